package office

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
)

// longestElement is how many letters a folder or file of an answer may have, so that what is added fits every file system.
const longestElement = 100

// reserved are names that Windows keeps for devices.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

func init() {
	for _, n := range "123456789" {
		reserved["com"+string(n)], reserved["lpt"+string(n)] = true, true
	}
}

// answerPlaces gives for each file received where its answer lies below the folder of answers, without ending: the file's
// own name with its sub-folders, made safe; .xlsx is left out, other endings stay. Names that would meet on a file system
// that does not tell upper from lower case get a mark of their own.
func answerPlaces(names []string) []string {
	places := make([]string, len(names))
	met := map[string]int{}
	for i, name := range names {
		var parts []string
		for _, part := range strings.Split(strings.ReplaceAll(name, `\`, "/"), "/") {
			if part != "" && part != "." && part != ".." {
				parts = append(parts, part)
			}
		}
		if n := len(parts) - 1; n >= 0 && len(parts[n]) > len(".xlsx") {
			if stem, ok := strings.CutSuffix(strings.ToLower(parts[n]), ".xlsx"); ok && len(stem)+len(".xlsx") == len(parts[n]) {
				parts[n] = parts[n][:len(stem)]
			}
		}
		for j := range parts {
			parts[j] = safeElement(parts[j])
		}
		places[i] = path.Join(parts...)
		met[strings.ToLower(places[i])]++
	}
	for i, name := range names {
		if places[i] == "" || met[strings.ToLower(places[i])] > 1 {
			places[i] += "-" + shortDigest(name)
		}
	}
	return places
}

// safeElement makes one name of a path fit for every file system.
func safeElement(name string) string {
	safe := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	safe = strings.TrimRight(safe, ". ")
	stem, _, _ := strings.Cut(strings.ToLower(safe), ".")
	if reserved[strings.TrimSpace(stem)] || safe == "" {
		safe = "_" + safe
	}
	if r := []rune(safe); len(r) > longestElement || len(safe) > 2*longestElement {
		for len(string(r)) > 2*longestElement || len(r) > longestElement {
			r = r[:len(r)-1]
		}
		safe = strings.TrimRight(string(r), ". ") + "-" + shortDigest(name)
	}
	return safe
}

func shortDigest(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:4])
}

package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// longestName bounds a name in bytes; a zip can hold one of 65,535.
const longestName = 512

// clean makes a relative name of one that may be absolute, climb, or show nothing. It is
// never used as a path.
func clean(name string) string {
	name = strings.ReplaceAll(legible(name), `\`, "/")
	name = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		name = "_"
	}
	if len(name) > longestName {
		sum := sha256.Sum256([]byte(name))
		name = strings.ToValidUTF8(name[:longestName], "") + "-" + hex.EncodeToString(sum[:4])
	}
	return name
}

// legible decodes a name. Most are UTF-8, whether the archive says so or not (NFD from
// macOS is composed). Else it is of Windows: of the Vietnamese one, whose alphabet 1258 has
// its letters from 0xC0 on, or of a western one, whose alphabet 437 has them below 0xA6 and
// lines of boxes where the other has letters.
func legible(name string) string {
	if utf8.ValidString(name) {
		return norm.NFC.String(name)
	}
	western, vietnamese := 0, 0
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 0x80 && c <= 0xa5:
			western++
		case c >= 0xc0:
			vietnamese++
		}
	}
	alphabet := charmap.CodePage437
	if vietnamese > western {
		alphabet = charmap.Windows1258
	}
	out, err := alphabet.NewDecoder().String(name)
	if err != nil {
		out = strings.ToValidUTF8(name, "_")
	}
	return norm.NFC.String(strings.ReplaceAll(out, string(utf8.RuneError), "_"))
}

// unique gives a name that the archive has not had yet: a second "a.xlsx" is "a (2).xlsx".
func unique(had map[string]bool, name string) string {
	out := name
	for n := 2; had[out]; n++ {
		ext := path.Ext(name)
		out = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
	}
	had[out] = true
	return out
}

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
	name = strings.ReplaceAll(Legible(name), `\`, "/")
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

// Legible decodes the name of a file. Most are UTF-8, whether the archive says so or not (NFD from
// macOS is composed). Else it is of Windows: of the Vietnamese one, whose alphabet 1258 has
// its letters from 0xC0 on, or of a western one, whose alphabet 437 has them below 0xA6 and
// lines of boxes where the other has letters.
func Legible(name string) string {
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

// names are those that an archive has had, of files and of the folders around them.
type names struct {
	files, folders map[string]bool
	next           map[string]int // of a name that comes again and again
}

func newNames() names {
	return names{files: map[string]bool{}, folders: map[string]bool{}, next: map[string]int{}}
}

// unique gives a name that the archive has not had yet: a second "a.xlsx" is "a (2).xlsx". A folder that has the name of a file
// is another too: what lies in "a.zip/" must not be taken for what lies in the archive a.zip.
func (n names) unique(name string) string {
	parts := strings.Split(name, "/")
	at := ""
	for i, part := range parts {
		last := i == len(parts)-1
		at = n.free(path.Join(at, part), func(name string) bool { return n.files[name] || last && n.folders[name] })
		if last {
			n.files[at] = true
		} else {
			n.folders[at] = true
		}
	}
	return at
}

func (n names) free(name string, taken func(name string) bool) string {
	if !taken(name) {
		return name
	}
	ext := path.Ext(name)
	for k := max(2, n.next[name]); ; k++ {
		if out := fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), k, ext); !taken(out) {
			n.next[name] = k
			return out
		}
	}
}

package archive

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzArchive(f *testing.F) {
	for _, pack := range packers {
		f.Add(pack(f, someFiles))
	}
	f.Add(zipOf(f, []pair{{"in.zip", string(rarOf(f, someFiles))}, {"../x", "y"}, {"../x", "z"}}))
	f.Add(gzipOf(f, "x.csv", []byte("a,b\n")))
	f.Add([]byte("Rar!\x1a\x07\x00\xcf\x90\x73\x00\x00\x0d\x00\x00\x00\x00\x00\x00\x00")) // the head of RAR 4
	f.Fuzz(func(t *testing.T, content []byte) {
		in := bytes.NewReader(content)
		kind := KindOf(in, in.Size())
		if kind == None {
			return
		}
		seen := map[string]bool{}
		total := 0
		faults := Walk(in, in.Size(), kind, "a", Visit{Take: func(name string, c []byte) {
			if seen[name] || !sound(name) || len(c) > MaxFile {
				t.Fatalf("%q with %d bytes", name, len(c))
			}
			seen[name] = true
			total += len(c)
		}})
		if len(seen) == 0 && len(faults) == 0 {
			t.Fatal("nothing is said of an archive that gives nothing")
		}
		if len(seen) > MaxFiles || total > MaxTotal || len(faults) > mostFaults {
			t.Fatal(len(seen), total, len(faults))
		}
		for _, f := range faults {
			if f.Name != "" && !sound(f.Name) || f.Got == "" {
				t.Fatalf("%+v", f)
			}
		}
	})
}

// sound says whether a name is a relative one that can be shown.
func sound(name string) bool {
	return name != "" && utf8.ValidString(name) && !filepath.IsAbs(name) && filepath.IsLocal(name) &&
		!strings.ContainsFunc(name, func(r rune) bool { return r < 0x20 || r == 0x7f })
}

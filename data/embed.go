package data

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed reference/*.csv
var referenceFS embed.FS

// LayoutFS holds layouts/*: one file a form of return.
//
//go:embed all:layouts
var LayoutFS embed.FS

// RuleFS holds rules/*: the checks over a return, their severity and words.
//
//go:embed all:rules
var RuleFS embed.FS

// LangFS holds lang/*: the texts of the interface, and how the page of rules shows them.
//
//go:embed lang/*.json lang/*.csv
var LangFS embed.FS

// folders are the parts that Fingerprint knows.
var folders = map[string]fs.FS{"reference": referenceFS, "layouts": LayoutFS, "rules": RuleFS, "lang": LangFS}

// Fingerprint is the SHA-256 over the names and bytes of the embedded files of the named folders
// (reference, layouts, rules, lang), in the order given. An unknown folder is a mistake of the caller and panics.
func Fingerprint(parts ...string) string {
	h := sha256.New()
	for _, part := range parts {
		fsys, ok := folders[part]
		if !ok {
			panic(fmt.Sprintf("data.Fingerprint: no folder %q", part))
		}
		err := fs.WalkDir(fsys, part, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := fs.ReadFile(fsys, path)
			fmt.Fprintf(h, "%s\x00%d\x00", path, len(content))
			h.Write(content)
			return err
		})
		if err != nil {
			panic(fmt.Sprintf("data.Fingerprint: embedded %s: %v", part, err)) // embedded files cannot fail to read
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// LoadReference reads the embedded lists, checks them against one another and indexes them. The result is shared: do not change it.
func LoadReference() (*Reference, error) { return loadOnce() }

var loadOnce = sync.OnceValues(func() (*Reference, error) {
	lists, err := readLists(referenceFS)
	if err != nil {
		return nil, err
	}
	return NewReference(lists)
})

// ReferenceTables gives the embedded lists as tables for the warehouse.
func ReferenceTables() ([]RefTable, error) {
	ref, err := LoadReference()
	if err != nil {
		return nil, err
	}
	return ref.Tables(), nil
}

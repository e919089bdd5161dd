package ingest

import (
	"cmp"
	"slices"

	"tdkt/ingest/load"
)

// stored are the files in the warehouse by their hash, without their content.
type stored map[string]load.File

func storedOf(files []load.File) stored {
	s := stored{}
	for _, f := range files {
		s[f.Hash] = f
	}
	return s
}

// sorted lists the files in order of name.
func (s stored) sorted() []load.File {
	out := make([]load.File, 0, len(s))
	for _, f := range s {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b load.File) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Hash, b.Hash))
	})
	return out
}

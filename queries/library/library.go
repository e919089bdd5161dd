package library

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
)

//go:embed *.sql
var files embed.FS

var load = sync.OnceValues(func() ([]Query, error) { return Load(files) })

// All gives the named queries of the program by name; those for people come before the feeds
// of pages and workbooks.
func All() ([]Query, error) { return load() }

// Get gives one named query.
func Get(name string) (Query, error) {
	all, err := load()
	if err != nil {
		return Query{}, err
	}
	var names []string
	for _, q := range all {
		if q.Name == name {
			return q, nil
		}
		if !q.Feed {
			names = append(names, q.Name)
		}
	}
	return Query{}, fmt.Errorf("query %q: there is none; there are %s", name, strings.Join(names, ", "))
}

// Load reads every .sql file of a folder as a named query; the file's name is the query's.
func Load(fsys fs.FS) ([]Query, error) {
	names, err := fs.Glob(fsys, "*.sql")
	if err != nil {
		return nil, err
	}
	var out []Query
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		q, err := Parse(name, string(text))
		if err != nil {
			return nil, err
		}
		if want := strings.TrimSuffix(path.Base(name), ".sql"); q.Name != want {
			return nil, fmt.Errorf("%s: name is %q; want %q as the file is called", name, q.Name, want)
		}
		out = append(out, q)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Feed != out[j].Feed {
			return out[j].Feed
		}
		return out[i].Name < out[j].Name
	})
	return out, nil
}

package ingest

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
)

// found is one file to be read.
type found struct {
	*entry
	intake   intake
	replaces string // digest of the file that the register says it replaces, "" where that is not on disk
	listed   bool   // the register has a row for it
}

// entry is a file, or what stands where a file should, below a path given.
type entry struct {
	root, rel string // the folder given, and the place in it
	base      string // the folder given, as an absolute path
	name      string // how findings and tables name it: rel, or more where two of that name were given
	packed    *packed
	inside    string // name in the archive packed; "" is the archive itself
	err       error  // why it cannot be opened
}

func (e *entry) path() string { return filepath.Join(e.root, e.rel) }

// onDisk is the file in which it lies.
func (e *entry) onDisk() string {
	if e.packed != nil {
		return e.packed.path
	}
	return e.path()
}

// content reads it.
func (e *entry) content() ([]byte, error) {
	switch {
	case e.err != nil:
		return nil, e.err
	case e.inside != "":
		return e.packed.content(e.inside)
	}
	return readBounded(e.path())
}

// walk lists the files under the paths in order of name, with their rows in the registers
// beside them. Findings are about the registers themselves.
func walk(paths []string, rules check.Rules) ([]found, []finding.Finding, error) {
	w := walker{rules: rules, entries: map[string]*entry{}, registers: map[string]register{}, below: map[string][]string{},
		archives: map[string]*packed{}, shelf: &shelf{room: shelfRoom}}
	for _, p := range paths {
		if err := w.given(p); err != nil {
			return nil, nil, err
		}
	}
	w.unpack()
	keys := w.name()
	for _, key := range keys {
		if filepath.Base(key) == registerName {
			if err := w.register(key); err != nil {
				return nil, nil, err
			}
		}
	}
	var out []found
	for _, key := range keys {
		if filepath.Base(key) != registerName {
			out = append(out, w.found(key))
		}
	}
	return out, w.findings, nil
}

// passedOver tells the files and folders that are no returns: registers, lock files of office programs, and what systems
// leave in a folder for themselves.
func passedOver(name string) bool {
	switch strings.ToLower(name) {
	case registerName, "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// walker gathers what lies below the paths given. Its keys are absolute paths.
type walker struct {
	rules     check.Rules
	entries   map[string]*entry
	registers map[string]register // by their folder
	below     map[string][]string // files below a folder, relative to it
	archives  map[string]*packed  // those opened, nil for files that are none
	shelf     *shelf
	findings  []finding.Finding
}

// given enters one path of the command.
func (w *walker) given(p string) error {
	info, err := os.Stat(p)
	if err != nil {
		return err
	}
	if info.IsDir() {
		for _, e := range everyFile(p) {
			if e.rel == "" {
				return e.err
			}
			if err := w.enter(e); err != nil {
				return err
			}
		}
		return nil
	}
	root := filepath.Dir(p)
	if !passedOver(filepath.Base(p)) {
		if err := w.enter(entry{root: root, rel: filepath.Base(p)}); err != nil {
			return err
		}
	}
	if _, err := os.Lstat(filepath.Join(root, registerName)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return w.enter(entry{root: root, rel: registerName})
}

// enter notes an entry; the outermost of the paths given that holds a file names it.
func (w *walker) enter(e entry) (err error) {
	if e.base, err = filepath.Abs(e.root); err != nil {
		return fmt.Errorf("walk %q: %w", e.root, err)
	}
	key := filepath.Join(e.base, e.rel)
	if other := w.entries[key]; other == nil || len(e.base) < len(other.base) {
		e.name = registerKey(filepath.ToSlash(e.rel))
		w.entries[key] = &e
	}
	return nil
}

// name tells apart the files that have one name below two of the paths given: by the folder
// given, and where that does not do by the whole path. It gives the keys in order of name.
func (w *walker) name() []string {
	again := func(rename func(e *entry) string) {
		roots := map[string]map[string]bool{}
		for _, e := range w.entries {
			if roots[e.name] == nil {
				roots[e.name] = map[string]bool{}
			}
			roots[e.name][e.base] = true
		}
		for _, e := range w.entries {
			if len(roots[e.name]) > 1 {
				e.name = rename(e)
			}
		}
	}
	again(func(e *entry) string {
		return registerKey(path.Join(filepath.Base(e.base), filepath.ToSlash(e.rel)))
	})
	again(func(e *entry) string { return registerKey(filepath.ToSlash(e.path())) })
	keys := make([]string, 0, len(w.entries))
	for key := range w.entries {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(w.entries[a].name, w.entries[b].name), cmp.Compare(a, b))
	})
	return keys
}

// everyFile gives the files and registers below a folder. A linked folder is walked too, after all
// others and only if it was not walked already; what cannot be opened is told in its entry.
func everyFile(root string) (out []entry) {
	walked := map[string]bool{}
	var linked []string
	var walk func(rel string)
	walk = func(rel string) {
		at := filepath.Join(root, rel)
		target, err := filepath.EvalSymlinks(at)
		if err == nil && walked[target] {
			return
		}
		walked[target] = true
		var inside []fs.DirEntry
		if err == nil {
			inside, err = os.ReadDir(at)
		}
		if err != nil {
			out = append(out, entry{root: root, rel: rel, err: err})
		}
		for _, d := range inside {
			at, kind := filepath.Join(rel, d.Name()), d.Type()
			if d.Name() != registerName && passedOver(d.Name()) {
				continue
			}
			if kind&fs.ModeSymlink != 0 {
				info, err := os.Stat(filepath.Join(root, at))
				if err != nil {
					out = append(out, entry{root: root, rel: at, err: err})
					continue
				}
				if kind = info.Mode().Type(); kind.IsDir() {
					linked = append(linked, at)
					continue
				}
			}
			switch {
			case kind.IsDir():
				walk(at)
			case kind.IsRegular():
				out = append(out, entry{root: root, rel: at})
			default:
				out = append(out, entry{root: root, rel: at, err: fmt.Errorf("%s: is no file", filepath.Join(root, at))})
			}
		}
	}
	walk("")
	for len(linked) > 0 {
		next := linked[0]
		linked = linked[1:]
		walk(next)
	}
	return out
}

// found makes an entry a file to be read, with its row in a register.
func (w *walker) found(key string) found {
	e := w.entries[key]
	f := found{entry: e}
	// The register in the file's own folder speaks first, then those of the folders above.
	for dir := filepath.Dir(key); ; dir = filepath.Dir(dir) {
		if in, ok := w.rowOf(key, dir); ok {
			f.intake, f.listed = in, true
			f.intake.revises, f.replaces = w.replaced(dir, e, in.revises)
			return f
		}
		if dir == e.base || dir == filepath.Dir(dir) {
			return f
		}
	}
}

// rowOf gives the row that the register in a folder has for a file, or for the archive in which the file lies.
func (w *walker) rowOf(key, dir string) (intake, bool) {
	reg := w.registers[dir]
	for at := key; reg != nil && len(at) > len(dir); at = filepath.Dir(at) {
		if at != key && w.archives[at] == nil {
			continue
		}
		rel := strings.TrimPrefix(at[len(dir):], string(filepath.Separator))
		if in, ok := reg[registerKey(filepath.ToSlash(rel))]; ok {
			return in, true
		}
	}
	return intake{}, false
}

// replaced gives the full name and the digest of the file that a register means by a name: one
// below its folder, or one below the folder given. Any other name stays as it was written.
func (w *walker) replaced(dir string, e *entry, name string) (full, digest string) {
	if name == "" {
		return "", ""
	}
	for _, from := range []string{dir, e.base} {
		at, ok := w.named(from, name)
		if !ok {
			continue
		}
		if a := w.open(at); a != nil { // of an archive, the file of the same name, or its only one
			inside := e.inside
			if a.files[inside] == nil && len(a.order) == 1 {
				inside = a.order[0]
			}
			at = filepath.Join(at, filepath.FromSlash(inside))
		}
		if other := w.entries[at]; other != nil {
			return other.name, w.digest(at)
		}
		if below, err := filepath.Rel(e.base, at); err == nil {
			return registerKey(filepath.ToSlash(below)), w.digest(at)
		}
	}
	return name, ""
}

// named finds the file of a name below a folder, in an archive too.
func (w *walker) named(dir, name string) (at string, ok bool) {
	key := registerKey(name)
	for _, rel := range w.filesBelow(dir) {
		have := registerKey(filepath.ToSlash(rel))
		if have == key {
			return filepath.Join(dir, rel), true
		}
		if rest, within := strings.CutPrefix(key, have+"/"); within {
			if a := w.open(filepath.Join(dir, rel)); a != nil && a.files[rest] != nil {
				return filepath.Join(dir, rel, filepath.FromSlash(rest)), true
			}
		}
	}
	return "", false
}

// filesBelow lists the returns on disk below a folder, given to this run or not.
func (w *walker) filesBelow(dir string) []string {
	if files, ok := w.below[dir]; ok {
		return files
	}
	files, within := w.within(dir)
	if !within {
		for _, e := range everyFile(dir) {
			if filepath.Base(e.rel) != registerName {
				files = append(files, e.rel)
			}
		}
	}
	w.below[dir] = files
	return files
}

// register reads the register at a key. One that cannot be read is a finding and says nothing.
func (w *walker) register(key string) error {
	e := w.entries[key]
	dir := filepath.Dir(key)
	content, err := e.content()
	if err != nil {
		f, ours := w.rules.Finding("file-unreadable", data.Date{}, finding.Place{File: e.name}, err.Error(), nil)
		w.findings = append(w.findings, f)
		return ours
	}
	reg, faults, err := readRegister(e.name, content, w.rules, onDisk{
		files: func() []string { return w.filesBelow(dir) }, named: func(name string) bool { _, ok := w.named(dir, name); return ok }})
	if err != nil {
		return fmt.Errorf("register %q: %w", e.path(), err)
	}
	w.findings = append(w.findings, faults...)
	w.registers[dir] = reg
	return nil
}

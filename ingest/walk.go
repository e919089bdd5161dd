package ingest

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/ingest/finding"
)

// found is one file to be read.
type found struct {
	path   string // how to open it
	name   string // how findings and tables name it: relative to the folder given
	intake intake
	listed bool // the register has a row for it
}

// walk lists the files under the paths in order of name, with their rows in the registers
// beside them. Findings are about the registers themselves.
func walk(paths []string) ([]found, []finding.Finding, error) {
	var out []found
	w := walker{registers: map[string]register{}}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, nil, err
		}
		root, add := p, 0
		if !info.IsDir() {
			root = filepath.Dir(p)
		}
		err = filepath.WalkDir(p, func(at string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if at != p && strings.HasPrefix(d.Name(), ".") {
				if d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if d.IsDir() || passedOver(d.Name()) {
				return nil
			}
			f, err := w.found(root, at)
			out = append(out, f)
			add++
			return err
		})
		if err != nil {
			return nil, nil, fmt.Errorf("walk %q: %w", p, err)
		}
	}
	slices.SortFunc(out, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.path, b.path))
	})
	return slices.CompactFunc(out, func(a, b found) bool { return a.path == b.path }), w.findings, nil
}

// passedOver tells the files that are no returns: registers and lock files of office programs.
func passedOver(name string) bool {
	return name == registerName || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// walker keeps the registers it has read, by folder.
type walker struct {
	registers map[string]register
	findings  []finding.Finding
}

func (w *walker) found(root, at string) (found, error) {
	name, err := filepath.Rel(root, at)
	if err != nil {
		return found{}, err
	}
	f := found{path: at, name: registerKey(filepath.ToSlash(name))}
	// The register in the file's own folder speaks first, then those of the folders above.
	for dir := filepath.Dir(at); ; dir = filepath.Dir(dir) {
		reg, err := w.register(root, dir)
		if err != nil {
			return f, err
		}
		rel, err := filepath.Rel(dir, at)
		if err != nil {
			return f, err
		}
		if in, ok := reg[registerKey(filepath.ToSlash(rel))]; ok {
			f.intake, f.listed = in, true
			return f, nil
		}
		if up := filepath.Dir(dir); dir == filepath.Clean(root) || up == dir {
			return f, nil
		}
	}
}

func (w *walker) register(root, dir string) (register, error) {
	if reg, ok := w.registers[dir]; ok {
		return reg, nil
	}
	at := filepath.Join(dir, registerName)
	content, err := os.ReadFile(at)
	if os.IsNotExist(err) {
		w.registers[dir] = nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	name, err := filepath.Rel(root, at)
	if err != nil {
		return nil, err
	}
	reg, faults, err := readRegister(filepath.ToSlash(name), content)
	if err != nil {
		return nil, fmt.Errorf("register %q: %w", at, err)
	}
	w.registers[dir] = reg
	w.findings = append(w.findings, faults...)
	return reg, nil
}

package office

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// shelf is a folder of files that people go on with. It remembers what each was when it was written: one that somebody changed
// since is kept under another name before it is written anew or taken away.
type shelf struct {
	dir  string
	sums map[string]string // file name -> SHA-256 of what was written
	kept []string          // paths under which changed files are kept
}

// shelfList stands in the folder: a line is a sum and a name.
const shelfList = ".tdkt-da-viet"

func openShelf(dir string) (*shelf, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	s := &shelf{dir: dir, sums: map[string]string{}}
	list, err := os.ReadFile(filepath.Join(dir, shelfList))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for lines := bufio.NewScanner(bytes.NewReader(list)); lines.Scan(); {
		if sum, name, ok := strings.Cut(lines.Text(), "  "); ok {
			s.sums[name] = sum
		}
	}
	return s, nil
}

// write writes a file and gives its path.
func (s *shelf) write(name string, write func(io.Writer) error) (string, error) {
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return "", err
	}
	sum := sumOf(content.Bytes())
	if err := s.spare(name, sum); err != nil {
		return "", err
	}
	path := filepath.Join(s.dir, name)
	if err := writeWhole(path, func(w io.Writer) error { _, err := w.Write(content.Bytes()); return err }); err != nil {
		return "", err
	}
	s.sums[name] = sum
	return path, s.note()
}

// has tells whether a file that an earlier run wrote is still there.
func (s *shelf) has(name string) bool {
	_, err := os.Stat(filepath.Join(s.dir, name))
	return err == nil && s.sums[name] != ""
}

// remove takes a file away that an earlier run wrote.
func (s *shelf) remove(name string) error {
	if err := s.spare(name, ""); err != nil {
		return err
	}
	err := os.Remove(filepath.Join(s.dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	delete(s.sums, name)
	return s.note()
}

// spare keeps a file that is neither as it was written nor as it will be.
func (s *shelf) spare(name, next string) error {
	path := filepath.Join(s.dir, name)
	there, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if sum := sumOf(there); sum == next || sum == s.sums[name] {
		return nil
	}
	kept, err := keep(path, there)
	if err == nil {
		s.kept = append(s.kept, kept)
	}
	return err
}

func (s *shelf) note() error {
	return writeWhole(filepath.Join(s.dir, shelfList), func(w io.Writer) error {
		for _, name := range slices.Sorted(maps.Keys(s.sums)) {
			if _, err := fmt.Fprintf(w, "%s  %s\n", s.sums[name], name); err != nil {
				return err
			}
		}
		return nil
	})
}

func sumOf(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }

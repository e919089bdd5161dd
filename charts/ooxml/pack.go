package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
)

// Pack makes a package of parts, in the order and with the time that Normalise gives.
func Pack(parts map[string][]byte) ([]byte, error) {
	var raw bytes.Buffer
	w := zip.NewWriter(&raw)
	for name, content := range parts {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write(content)
		}
		if err != nil {
			return nil, fmt.Errorf("ooxml: part %q: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("ooxml: %w", err)
	}
	return Normalise(raw.Bytes())
}

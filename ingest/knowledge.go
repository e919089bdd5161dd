package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
)

// readerVersion changes whenever the same bytes would be read otherwise than before, so
// that returns already in the warehouse are read again.
const readerVersion = "2"

// Knowledge is all that decides how a return is read, besides its bytes and the register.
type Knowledge struct {
	Reference *data.Reference
	Layouts   []layout.Layout
	Rules     check.Rules

	fingerprint string
	prints      load.Prints // the same by part; that of the register is the file's own
	known       layout.Known
}

// Know loads the embedded reference lists, layouts and rules, and the names that the board has mapped.
func Know(board ...data.BoardAlias) (*Knowledge, error) {
	ref, err := data.LoadReference()
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	layouts, err := layout.Load(data.LayoutFS)
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	rules, err := check.Load(data.RuleFS)
	if err != nil {
		return nil, err
	}
	ref, used := ref.With(board)
	k := &Knowledge{Reference: ref, Layouts: layouts, Rules: rules}
	k.prints = load.Prints{Reader: readerVersion, Layouts: data.Fingerprint("layouts"), Rules: data.Fingerprint("rules"),
		Reference: data.Fingerprint("reference"), Board: printOf("%q", used)}
	k.fingerprint = printOf("%q", k.prints)
	k.known = k.vocabulary()
	return k, nil
}

// printOf is the digest of what decides a reading.
func printOf(format string, of ...any) string {
	sum := sha256.Sum256(fmt.Appendf(nil, format, of...))
	return hex.EncodeToString(sum[:])
}

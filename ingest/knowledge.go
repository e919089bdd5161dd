package ingest

import (
	"fmt"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/layout"
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
	known       layout.Known
}

// Know loads the embedded reference lists, layouts and rules.
func Know() (*Knowledge, error) {
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
	k := &Knowledge{Reference: ref, Layouts: layouts, Rules: rules}
	k.fingerprint = readerVersion + " " + data.Fingerprint("layouts", "rules", "reference")
	k.known = k.vocabulary()
	return k, nil
}

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
const readerVersion = "9"

// Knowledge is all that decides how a return is read, besides its bytes and the register.
type Knowledge struct {
	Reference *data.Reference
	Layouts   []layout.Layout
	Rules     check.Rules

	embedded    *data.Reference // without what the board adds
	fingerprint string
	prints      load.Prints // the same by part; that of the register is the file's own
	known       layout.Known
}

// Know loads the embedded reference lists, layouts and rules, and the names that the board has mapped.
func Know(board ...data.BoardAlias) (*Knowledge, error) { return know(nil, nil, board) }

// know adds to what is embedded the units, their changes and the names that the board gives.
func know(units []data.Unit, events []data.UnitEvent, names []data.BoardAlias) (*Knowledge, error) {
	embedded, err := data.LoadReference()
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	ref, added := embedded.WithUnits(units)
	ref, changed := ref.WithEvents(events)
	layouts, err := layout.Load(data.LayoutFS)
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	rules, err := check.Load(data.RuleFS)
	if err != nil {
		return nil, err
	}
	ref, used := ref.With(names)
	k := &Knowledge{Reference: ref, embedded: embedded, Layouts: layouts, Rules: rules}
	k.prints = load.Prints{Reader: readerVersion, Layouts: data.Fingerprint("layouts"), Rules: data.Fingerprint("rules"),
		Reference: data.Fingerprint("reference"), Board: printOf("%q %v %v", used, added, changed)}
	k.fingerprint = printOf("%q", k.prints)
	k.known = k.vocabulary()
	return k, nil
}

// printOf is the digest of what decides a reading.
func printOf(format string, of ...any) string {
	sum := sha256.Sum256(fmt.Appendf(nil, format, of...))
	return hex.EncodeToString(sum[:])
}

// meaning gives the code that a name of a kind (unit, form, authority, achievement, class)
// stands for, "" where it stands for none or for several.
func meaning(ref *data.Reference, kind, name string, around []data.Unit, on data.Date) string {
	switch kind {
	case "unit":
		province := ""
		if len(around) > 0 {
			province = around[0].Province
		}
		if u, ok := ref.UnitOn(name, on); ok {
			return u.Code
		}
		if units := ref.UnitsNamed(name, province, on); len(units) == 1 {
			return units[0].Code
		}
	case "form":
		if m, ok := ref.ResolveForm(name, on); ok {
			return m.Code
		}
	case "authority":
		if a, ok := ref.ResolveAuthority(name); ok {
			return a.Level
		}
	case "achievement":
		code, _ := ref.AchievementByAlias(name)
		return code
	case "class":
		code, _ := ref.ClassByAlias(name)
		return code
	}
	return ""
}

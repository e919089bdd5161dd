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

	embedded    *data.Reference // without what the board adds
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
	k := &Knowledge{Reference: ref, embedded: ref, Layouts: layouts, Rules: rules}
	k.fingerprint = readerVersion + " " + data.Fingerprint("layouts", "rules", "reference")
	k.known = k.vocabulary()
	return k, nil
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

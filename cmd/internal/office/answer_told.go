package office

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
)

// told is what the warehouse can tell the senders, by the hash of their files.
type told struct {
	office   *Office
	texts    map[string]string
	province string
	ref      *data.Reference
	know     *ingest.Knowledge
	returns  map[string][]answered
	marks    map[string][]charts.Mark
}

// answered is a return with the codes from which its words are made.
type answered struct {
	charts.Answered
	unit, sender string
}

func (o *Office) tell(ctx context.Context, db *sql.DB) (told, error) {
	t := told{office: o, returns: map[string][]answered{}, marks: map[string][]charts.Mark{}}
	var err error
	if t.know, err = ingest.Know(); err != nil {
		return t, err
	}
	t.ref = t.know.Reference
	t.province, t.texts = o.wordsOf(t.ref.Units)
	if err := t.readReturns(ctx, db); err != nil {
		return t, fmt.Errorf("answers: returns: %w", err)
	}
	if err := t.readMarks(ctx, db); err != nil {
		return t, fmt.Errorf("answers: findings: %w", err)
	}
	return t, nil
}

func (t *told) readReturns(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, `select file_hash, form_of_return, unit_code, sender_code, period, part, status,
			rows_read, rows_used, rows_excluded, rows_rejected, cells_read, cells_used, cells_excluded, cells_rejected
		from fct_return order by file_hash, form_of_return, period, unit_code, return_id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var hash, form, period, part string
		var a answered
		r, c := &a.Rows, &a.Cells
		if err := rows.Scan(&hash, &form, &a.unit, &a.sender, &period, &part, &a.Status,
			&r[0], &r[1], &r[2], &r[3], &c[0], &c[1], &c[2], &c[3]); err != nil {
			return err
		}
		a.Form, a.Unit, a.Period = t.form(form), t.unit(a.unit), t.period(period, part)
		t.returns[hash] = append(t.returns[hash], a)
	}
	return rows.Err()
}

// readMarks reads the findings that stand open; one that the board has accepted asks nothing of the sender.
func (t *told) readMarks(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, `select r.file_hash, r.file_name, f.source_file, f.source_sheet, f.source_cell, f.code, f.severity,
			f.got, f.want, f.want_en, f.mend, f.mend_en, f.is_personal
		from fct_finding as f join fct_return as r on r.return_id = f.return_id
		where f.state <> 'accepted'`)
	if err != nil {
		return err
	}
	defer rows.Close()
	type one struct {
		finding.Finding
		personal bool
	}
	all, own := map[string][]one{}, map[string]string{}
	for rows.Next() {
		var hash, name string
		var f one
		if err := rows.Scan(&hash, &name, &f.At.File, &f.At.Sheet, &f.At.Cell, &f.Code, &f.Severity, &f.Got,
			&f.Want.VI, &f.Want.EN, &f.Mend.VI, &f.Mend.EN, &f.personal); err != nil {
			return err
		}
		all[hash], own[hash] = append(all[hash], f), name
	}
	for hash, found := range all {
		slices.SortFunc(found, func(a, b one) int {
			return cmp.Or(finding.Compare(a.Finding, b.Finding), map[bool]int{true: 1}[a.personal]-map[bool]int{true: 1}[b.personal])
		})
		for _, f := range found {
			m := t.mark(f.Finding)
			m.Personal = f.personal
			if f.At.File != own[hash] {
				m.Register, m.Row, m.Col = f.At.File, 0, 0
			}
			t.marks[hash] = append(t.marks[hash], m)
		}
	}
	return rows.Err()
}

func (t *told) mark(f finding.Finding) charts.Mark {
	lang := t.office.Lang
	m := charts.Mark{Sheet: f.At.Sheet, Cell: f.At.Cell, Severity: string(f.Severity), Code: string(f.Code), Name: string(f.Code),
		Got: f.Got, Want: f.Want.In(lang), Mend: f.Mend.In(lang)}
	m.Row, m.Col, _ = grid.Place(f.At.Cell)
	if r, ok := ruleOf(t.know.Rules, f.Code); ok {
		m.Name = r.Name.In(lang)
	}
	return m
}

// ruleOf is the newest rule of a code.
func ruleOf(rules check.Rules, code finding.Code) (check.Rule, bool) {
	all := rules[code]
	if len(all) == 0 {
		return check.Rule{}, false
	}
	return slices.MaxFunc(all, func(a, b check.Rule) int { return a.Valid.From.Compare(b.Valid.From) }), true
}

// answer puts together what the sender of one file is told.
func (t *told) answer(f ingest.FileReport) charts.Answer {
	a := charts.Answer{File: f.Name, Province: t.province, Lang: t.office.Lang, Texts: t.texts, Marks: slices.Clone(t.marks[f.Hash])}
	var to []string
	for _, r := range t.returns[f.Hash] {
		a.Returns = append(a.Returns, r.Answered)
		for _, code := range []string{r.sender, r.unit} {
			if name := t.addressee(code); name != "" {
				if !slices.Contains(to, name) {
					to = append(to, name)
				}
				break
			}
		}
	}
	a.To = strings.Join(to, "; ")
	return a
}

func (t *told) say(key string, args ...any) string { return t.office.Texts.Get("answer."+key, args...) }

// form is the name of a form of return: the short one where there is one, else the layout's.
func (t *told) form(code string) string {
	if code == "chua_ro" {
		return t.say("form_unknown")
	}
	if t.office.Texts.Has("page.return." + code) {
		return t.office.Texts.Get("page.return." + code)
	}
	for _, l := range t.know.Layouts {
		if l.Code == code {
			return finding.Text{VI: l.NameVI, EN: l.NameEN}.In(t.office.Lang)
		}
	}
	return code
}

// unit is the name of a unit with its province: three provinces had a Sở Y tế.
func (t *told) unit(code string) string {
	u, ok := t.ref.Unit(code)
	if !ok {
		return t.say("unit_unknown")
	}
	province, _ := t.ref.Unit("tinh-" + u.Province)
	name := strings.TrimPrefix(strings.TrimPrefix(province.Name, "Tỉnh "), "Thành phố ")
	switch {
	case name == "" || province.Code == u.Code || strings.HasSuffix(data.Key(u.Name), " "+data.Key(name)):
		return u.Name
	case u.Kind == "district" || u.Kind == "commune":
		return t.say("in_province", u.Name, name)
	}
	return t.say("of_province", u.Name, name)
}

// addressee is whom a letter to a unit is addressed to; "" where the unit is not known.
func (t *told) addressee(code string) string {
	u, ok := t.ref.Unit(code)
	switch {
	case !ok:
		return ""
	case (u.Kind == "district" || u.Kind == "commune") && t.office.Lang == "vi":
		name := t.unit(code)
		first, size := utf8.DecodeRuneInString(name)
		return t.say("to_committee", string(unicode.ToLower(first))+name[size:])
	case u.Kind == "district" || u.Kind == "commune":
		return t.say("to_committee", t.unit(code))
	}
	return t.unit(code)
}

// period words a period and the part of it that a return is.
func (t *told) period(code, part string) string {
	text := t.periodWords(code)
	switch {
	case part == "":
		return text
	case strings.Trim(part, "0123456789") == "":
		part = t.say("part_no", part)
	}
	return t.say("part", text, part)
}

func (t *told) periodWords(code string) string {
	if code == "" {
		return t.say("period_unknown")
	}
	if from, to, years := strings.Cut(code, ".."); years {
		return t.say("period.years", from, to)
	}
	year, rest, parted := strings.Cut(code, "-")
	switch {
	case !parted:
		return t.say("period.year", year)
	case len(rest) == 4:
		return t.say("period.school", code)
	case rest == "H1":
		return t.say("period.half", t.say("period.first"), year)
	case rest == "H2":
		return t.say("period.half", t.say("period.last"), year)
	case strings.HasPrefix(rest, "Q"):
		return t.say("period.quarter", rest[1:], year)
	}
	return t.say("period.month", rest, year)
}

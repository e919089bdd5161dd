package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/charts/ooxml"
)

// Status is what is said of a number.
type Status string

// The statuses of numbers.
const (
	Equal   Status = "equal"   // says what the warehouse says
	Stale   Status = "stale"   // as it was written, but the figure moved since
	Changed Status = "changed" // neither what was written nor what the warehouse says
	Unbound Status = "unbound" // typed in, or its control was taken away
	Missing Status = "missing" // was written and is gone
	New     Status = "new"     // a report made today would say it, or say it in other words
)

// Statuses are all of them, in the order in which they are told.
var Statuses = []Status{Changed, Stale, Unbound, Missing, New, Equal}

// Verdict is what is said of one number.
type Verdict struct {
	Status   Status `json:"status"`
	No       int    `json:"no"`              // of the number, as the title of its control has it; 0 for one typed in
	Chart    int    `json:"chart,omitempty"` // in which it stands, as its title has it: "Hình 2"
	Part     string `json:"part,omitempty"`  // of the chart: drawn, sheet, whole
	Formula  string `json:"figure"`          // over figure ids; "" where nothing is bound
	Shape    Shape  `json:"shape"`           //
	Written  string `json:"written"`         // when the report was made
	Found    string `json:"found"`           // in the document
	Now      string `json:"now"`             // by the warehouse
	Sentence string `json:"sentence"`
	Copy     bool   `json:"copy"`    // the number stands elsewhere too
	Pending  bool   `json:"pending"` // stands in a change that nobody accepted or rejected yet
}

// Document is a report as people left it.
type Document struct {
	Binding
	word  *ooxml.Word
	part  string // of the binding
	read  []paragraph
	held  []held // by control
	drawn []picture
	// words stand at the beginning of rows and over columns of tables
	words map[cell]string
	known map[string]Bound
}

// What a file can be instead of a report that can be verified.
var (
	ErrNoDocument = errors.New("no Word document")
	ErrNoBinding  = errNoBinding
)

// Open reads a document. What is read of it counts every change that nobody accepted yet as accepted. The binding is taken from
// original, the report as it was made, unless that is nil: text that is put into another document leaves the binding behind.
func Open(content, original []byte) (*Document, error) {
	d, err := opened(content)
	if err != nil {
		return nil, err
	}
	if original != nil {
		first, err := Open(original, nil)
		if err != nil {
			return nil, err
		}
		d.Binding, d.part = first.Binding, ""
	} else if d.part == "" {
		return nil, ErrNoBinding
	}
	if len(d.Figures) == 0 || shapeWords[d.Lang] == [6]string{} {
		return nil, ErrNoBinding
	}
	d.known = map[string]Bound{}
	for _, b := range d.Figures {
		d.known[b.Key] = b
	}
	d.read = d.paragraphs()
	d.heads()
	return d, d.pictures()
}

// opened reads a document as far as its binding.
func opened(content []byte) (*Document, error) {
	w, err := ooxml.ReadWord(content)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoDocument, err)
	}
	d := &Document{word: w}
	for _, name := range w.Data() {
		part, err := w.Part(name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNoDocument, err)
		}
		if !strings.Contains(string(part), space) {
			continue
		}
		if d.Binding, err = parseBinding(part); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNoBinding, err)
		}
		d.part = name
	}
	return d, nil
}

// IDs are the figures that the document asks for, each once.
func (d *Document) IDs() (ids []string) {
	for _, b := range d.Figures {
		f, err := ParseFormula(b.Formula)
		if err == nil { // else the binding would not have been read
			ids = append(ids, f.IDs()...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Verify says of each number of the document how it stands to the figures of today, in the order of the document, then what is
// missing. fresh is the binding of the same report made today; nil leaves out what it would say anew.
func (d *Document) Verify(of Lookup, fresh *Binding) []Verdict {
	var all []Verdict
	seen := map[int]int{}
	for _, p := range d.read {
		all = append(all, d.ofParagraph(p, of, seen)...)
	}
	for i, v := range all {
		all[i].Copy = v.No > 0 && seen[v.No] > 1
	}
	for _, u := range d.Uses {
		if seen[u.No] > 0 {
			continue
		}
		v := d.bound(u, of)
		v.Status, v.Sentence = Missing, u.Where
		v.Pending = d.deletedControl(u.No)
		if i := slices.IndexFunc(all, func(o Verdict) bool { return o.loosed(u) }); i >= 0 {
			v.Status, v.Found, v.Sentence, v.Pending = Unbound, all[i].Found, all[i].Sentence, all[i].Pending
			all[i] = v
			continue
		}
		all = append(all, v)
	}
	all = append(all, d.ofCharts(of)...)
	if fresh != nil {
		all = append(all, d.news(of, fresh)...)
		all = append(all, d.newCharts(of, fresh)...)
	}
	return all
}

// ofParagraph are the verdicts of what stands in a paragraph.
func (d *Document) ofParagraph(p paragraph, of Lookup, seen map[int]int) (all []Verdict) {
	for _, m := range p.marks {
		if m.control < 0 { // a field
			continue
		}
		n := d.held[m.control].number
		text, pending := d.textOf(m.control)
		if text == "" || d.word.Controls[m.control].Placeholder {
			continue
		}
		v := d.bound(n, of)
		v.Found, v.Pending, v.Sentence = text, pending, d.sentence(p, m.at)
		_, known := d.byKey(n.Key)
		switch {
		case !known: // of another report
			v.No, v.Status = 0, Unbound
		case v.Shape.same(text, v.Now):
			v.Status = Equal
		case v.Shape.same(text, v.Written):
			v.Status = Stale
		default:
			v.Status = Changed
		}
		if known {
			seen[n.No]++
		}
		all = append(all, v)
	}
	if p.Head || p.Margin { // what people write over all pages is no figure
		return all
	}
	for _, t := range numbersIn(p.skeleton) {
		number := p.skeleton[t.From:t.To]
		if d.isPlain(number, p.skeleton, t.From) || p.Table > 0 && p.Col == 0 && isOrdinal(p.skeleton) {
			continue
		}
		all = append(all, Verdict{Status: Unbound, Found: number, Sentence: d.sentence(p, t.From), Pending: p.pendingAt(t.From)})
	}
	return all
}

// bound is what is known of a bound number before it is read.
func (d *Document) bound(u Use, of Lookup) Verdict {
	v := Verdict{No: u.No, Written: u.Text}
	b, ok := d.byKey(u.Key)
	if !ok {
		return v
	}
	v.Formula, v.Shape = b.Formula, b.Shape
	v.Written, v.Now = b.Shape.Write(d.Lang, u.amount), b.Shape.Write(d.Lang, b.value(of))
	return v
}

func (d *Document) byKey(key string) (Bound, bool) {
	b, ok := d.known[key]
	return b, ok
}

// value is what a figure is today.
func (b Bound) value(of Lookup) Amount {
	f, err := ParseFormula(b.Formula)
	if err != nil { // the binding was read: it has none such
		return Amount{}
	}
	return f.Value(of)
}

// isPlain tells numbers of ours that are no figures.
func (d *Document) isPlain(number, skeleton string, at int) bool {
	sentence := squeezed(sentenceAt(skeleton, at))
	return slices.ContainsFunc(d.Plain, func(p Plain) bool { return p.Number == number && squeezed(p.Where) == sentence })
}

// isOrdinal tells the number of a row in a table.
func isOrdinal(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), ".)")
	return len(text) > 0 && len(text) <= 3 && strings.Trim(text, "0123456789") == ""
}

// loosed tells whether a number typed in stands where a bound one was written: its control was taken away.
func (v Verdict) loosed(u Use) bool {
	return v.Status == Unbound && v.No == 0 && strings.Contains(squeezed(u.Text), squeezed(v.Found)) &&
		strings.Contains(squeezed(v.Sentence), squeezed(u.Text)) && wording(v.Sentence) == wording(u.Where)
}

// squeezed is a text with one blank between words.
func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

var figureWords = strings.NewReplacer("tăng", "", "giảm", "", "không thay đổi", "", "chưa so sánh được", "", "up", "", "down", "", "unchanged", "", "not comparable", "",
	"lượt", "", "awards", "", "%", "", "–", "", "−", "", "+", "", "-", "", ",", "", ".", "", "\u00a0", "")

// wording is a sentence without its figures and what goes with them.
func wording(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, figureWords.Replace(text))), " ")
}

// news are the numbers of a report made today that the document has not, or has in other words.
func (d *Document) news(of Lookup, fresh *Binding) (all []Verdict) {
	type said struct{ key, words string }
	saying := func(u Use) said {
		if d.Template { // the words around it, and the heads of tables, are the template's own
			return said{u.Key, ""}
		}
		return said{u.Key, wording(u.Where)}
	}
	have := map[said]bool{}
	for _, u := range d.Uses {
		have[saying(u)] = true
	}
	for _, u := range fresh.Uses {
		k := saying(u)
		if have[k] {
			continue
		}
		have[k] = true
		b, _ := fresh.figure(u.Key)
		all = append(all, Verdict{Status: New, Formula: b.Formula, Shape: b.Shape, Now: u.Text, Sentence: u.Where})
	}
	return all
}

// Refresh gives every bound number the value of today and leaves all else as it is, byte by byte. It tells what it changed.
// build is that of the figures. A number in a change that nobody accepted, or that was deleted, is left.
func (d *Document) Refresh(of Lookup, build string) (content []byte, changed []Verdict, err error) {
	done := map[int]bool{}
	for _, p := range d.read {
		for _, m := range p.marks {
			if m.control < 0 || done[m.control] {
				continue
			}
			done[m.control] = true
			u := d.held[m.control].number
			b, known := d.byKey(u.Key)
			text, pending := d.textOf(m.control)
			if !known || pending || text == "" || d.word.Controls[m.control].Placeholder {
				continue
			}
			v := d.bound(u, of)
			amount := b.value(of)
			if v.Shape.same(text, v.Now) && amount == u.amount {
				continue
			}
			u.Value, u.amount = amount.plain(), amount
			if v.Shape.same(text, v.Now) {
				v.Now = text // as the person writes it
			}
			if err := d.word.Set(m.control, v.Now, u.tag()); err != nil {
				return nil, nil, err
			}
			if i := slices.IndexFunc(d.Uses, func(o Use) bool { return o.No == u.No }); i >= 0 {
				d.Uses[i].Value, d.Uses[i].Text = u.Value, v.Now
			}
			v.Status, v.Found, v.Sentence = Stale, text, d.sentence(p, m.at)
			if !v.Shape.same(text, v.Written) {
				v.Status = Changed
			}
			if !v.Shape.same(text, v.Now) {
				changed = append(changed, v)
			}
		}
	}
	charts, err := d.refreshCharts(of)
	if err != nil {
		return nil, nil, err
	}
	changed = append(changed, charts...)
	d.Build = build
	binding, err := d.marshal()
	if err != nil {
		return nil, nil, err
	}
	if d.part != "" { // else it lies in the original, and the tags tell what is written
		d.word.PutPart(d.part, binding)
	}
	content, err = d.word.Bytes()
	return content, changed, err
}

// PlacesLeft counts the places that nobody wrote in yet; what is asked for at several places, as the number of the document, is
// one. Where a program dropped the tags their words tell them.
func (d *Document) PlacesLeft() (n int) {
	left := map[string]bool{}
	for _, c := range d.word.Controls {
		if strings.HasPrefix(c.Tag, placeTag) && c.Placeholder && !c.Deleted {
			left[c.Tag] = true
		}
	}
	if len(left) > 0 {
		return len(left)
	}
	for _, p := range d.read {
		if strings.Contains(p.text, placeMark[d.Lang]) {
			n++
		}
	}
	return n
}

// placeMark is what the words of a place begin with.
var placeMark = map[string]string{"vi": "[Ban viết:", "en": "[To be written:"}

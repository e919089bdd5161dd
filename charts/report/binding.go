package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
)

// What tags and titles of the controls begin with.
const (
	numberTag = "tdkt:"
	placeTag  = "tdkt-viet:"
	titleMark = "tdkt "
)

// space is the namespace of the binding, by which it is found among other parts.
const space = "urn:tdkt:bao-cao:1"

// Binding says what the numbers of a document are: it lies in the document as a part of its own, which office programs keep
// when they save.
type Binding struct {
	XMLName xml.Name `xml:"urn:tdkt:bao-cao:1 binding"`
	Build   string   `xml:"build,attr"`          // of the figures as they were written
	Lang    string   `xml:"lang,attr"`           // in which they were written
	Kind    string   `xml:"kind,attr,omitempty"` // of report; "" for the default of the period, and in documents older than the kinds
	Period  string   `xml:"period,attr"`         // what was asked for
	Compare string   `xml:"compare,attr"`        //
	Focus   string   `xml:"focus,attr"`          //
	Figures []Bound  `xml:"figure"`
	Uses    []Use    `xml:"use"`
	// Plain are numbers of the text that are no figures (of a law, of a unit's name), with the sentences they were written in.
	Plain []Plain `xml:"plain"`

	keys map[string]bool // of the figures, while it is written
}

// boundKind is a kind as a binding names it.
func boundKind(k data.ReportKind) string {
	if k.Default {
		return ""
	}
	return k.Code
}

// Bound is a figure that the document holds once or more.
type Bound struct {
	Key     string `xml:"key,attr"`
	Shape   Shape  `xml:"shape,attr"`
	Formula string `xml:"formula"`
}

// Use is one place where a number was written.
type Use struct {
	No     int    `xml:"no,attr"`
	Key    string `xml:"key,attr"`
	Value  string `xml:"value,attr"` // as plain
	Text   string `xml:"text"`
	Where  string `xml:"where"` // the sentence, or row and column
	amount Amount
}

// Plain is a number that is no figure.
type Plain struct {
	Number string `xml:"number,attr"`
	Where  string `xml:",chardata"`
}

// key is short for a formula in a shape: a tag holds 64 characters, a formula many more.
func key(f Formula, s Shape) string {
	sum := sha256.Sum256([]byte(string(s) + " " + f.String()))
	return hex.EncodeToString(sum[:5])
}

// use notes a number.
func (b *Binding) use(n Number, text, where string) Use {
	k := key(n.Formula, n.Shape)
	if !b.keys[k] {
		if b.keys == nil {
			b.keys = map[string]bool{}
		}
		b.keys[k] = true
		b.Figures = append(b.Figures, Bound{k, n.Shape, n.Formula.String()})
	}
	u := Use{No: len(b.Uses) + 1, Key: k, Value: n.Amount.plain(), Text: text, Where: where, amount: n.Amount}
	b.Uses = append(b.Uses, u)
	return u
}

// literal notes the numbers of a text of ours that would pass for figures typed in.
func (b *Binding) literal(text string) {
	for _, found := range numbersIn(text) {
		p := Plain{text[found.From:found.To], sentenceAt(text, found.From)}
		if !slices.Contains(b.Plain, p) {
			b.Plain = append(b.Plain, p)
		}
	}
}

// tag is what a control carries: which number it is, the key of its figure, its value: "tdkt:12:9f3c2a7b11:1379".
func (u Use) tag() string { return fmt.Sprintf("%s%d:%s:%s", numberTag, u.No, u.Key, u.Value) }

// parseTag reads a tag; ok is false where it is none of ours.
func parseTag(tag string) (u Use, ok bool) {
	rest, ours := strings.CutPrefix(tag, numberTag)
	f := strings.Split(rest, ":")
	if !ours || len(f) != 3 {
		return u, false
	}
	no, err := strconv.Atoi(f[0])
	if err != nil || no < 1 || len(f[1]) != 10 {
		return u, false
	}
	if u.amount, err = parseAmount(f[2]); err != nil {
		return u, false
	}
	u.No, u.Key, u.Value = no, f[1], f[2]
	return u, true
}

// parseTitle reads the title of a control whose tag was lost.
func parseTitle(title string) (no int, ok bool) {
	rest, ours := strings.CutPrefix(title, titleMark)
	no, err := strconv.Atoi(rest)
	return no, ours && err == nil && no > 0
}

func (b *Binding) marshal() ([]byte, error) {
	out, err := xml.MarshalIndent(b, "", " ")
	return append([]byte(xml.Header), out...), err
}

// errNoBinding says that a document holds no binding of ours.
var errNoBinding = errors.New("no binding")

// parseBinding reads a binding and its amounts.
func parseBinding(content []byte) (b Binding, err error) {
	if err := xml.Unmarshal(content, &b); err != nil {
		return b, fmt.Errorf("%w: %w", errNoBinding, err)
	}
	for i, u := range b.Uses {
		if b.Uses[i].amount, err = parseAmount(u.Value); err != nil {
			return b, err
		}
	}
	for _, f := range b.Figures {
		if _, err := ParseFormula(f.Formula); err != nil {
			return b, err
		}
		if !slices.Contains(shapes, f.Shape) {
			return b, fmt.Errorf("shape %q: want one of %v", f.Shape, shapes)
		}
	}
	return b, nil
}

// figure finds a figure by its key.
func (b *Binding) figure(key string) (Bound, bool) {
	i := slices.IndexFunc(b.Figures, func(f Bound) bool { return f.Key == key })
	if i < 0 {
		return Bound{}, false
	}
	return b.Figures[i], true
}

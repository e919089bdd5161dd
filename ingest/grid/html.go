package grid

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// readHTML reads a web page with tables, which is what many systems call an export to Excel. It comes out as Excel shows it:
// one sheet, the tables one beneath another, and the text around them in rows of its own.
func readHTML(content []byte) (Book, error) {
	text, read, err := htmlText(content, "")
	if err != nil {
		return Book{}, err
	}
	sheet, err := readPage(text, excelSheet{}, newHTMLStyles(), newAllowance())
	if err != nil {
		return Book{}, err
	}
	if sheet == nil {
		return Book{}, unsupported(pageWithoutTable)
	}
	sheet.No = 1
	sheet.Alphabet = inAlphabet(read)
	return Book{Container: "html", Sheets: []Sheet{*sheet}}, nil
}

const pageWithoutTable = "HTML (.html)"

// Bounds on a page. Deeper tables and longer tokens are no table that somebody filled in.
const (
	maxTables   = 32       // one within another
	maxElements = 512      // one within another whose looks are followed
	maxToken    = 64 << 20 // bytes of a tag or text
	maxSteps    = 1 << 28  // looks at a column, to find the free one; what else takes long is counted as so many
	weightInset = 1 << 9   // of a table within another, for each around it
	weightMoved = 16       // of a cell, row or merge that is moved because a table stands beside it
)

// page reads one page token by token and not as a tree, which would take many times the memory.
type page struct {
	z      *html.Tokenizer
	styles *htmlStyles
	intern *interner
	room   *allowance
	steps  int // looks at a column that are left

	out        htmlGrid
	tables     []*htmlTable // open, the outermost first
	elements   []element    // open
	free       runs         // text outside tables
	freeHidden bool         // it is not shown
	spaced     bool         // one more blank would be one too many
	found      bool         // there is a table
	skip       string       // the element whose content is no text of the page
	choosing   bool         // within the option of a list that is chosen
	about      excelSheet   // what Excel has written of the sheet
	told       int          // comments in which it may have
}

// element is an open element and how text in it looks.
type element struct {
	tag  string
	look look
}

// readPage gives the sheet that a page makes; nil is a page without a table. What another page tells about it counts before
// what it tells itself.
func readPage(text []byte, about excelSheet, styles *htmlStyles, room *allowance) (*Sheet, error) {
	p := &page{
		about:  about,
		z:      html.NewTokenizer(bytes.NewReader(text)),
		styles: styles,
		intern: newInterner(),
		room:   room,
		steps:  maxSteps,
		spaced: true,
	}
	p.z.SetMaxBuf(maxToken)
	for {
		kind := p.z.Next()
		if kind == html.ErrorToken {
			if err := p.z.Err(); !errors.Is(err, io.EOF) {
				return nil, unreadable("html: %v", err)
			}
			break
		}
		if err := p.token(kind); err != nil {
			return nil, err
		}
	}
	for len(p.tables) > 0 {
		if err := p.endTable(); err != nil {
			return nil, err
		}
	}
	if err := p.endLine(false); err != nil {
		return nil, err
	}
	if !p.found {
		return nil, nil
	}
	sheet := &Sheet{Name: p.about.name, Hidden: p.about.hidden, Merges: p.out.merges, HiddenCols: p.out.hidden()}
	o := sheetReader{rows: p.out.rows}
	err := o.order()
	sheet.Rows = o.rows
	return sheet, err
}

func (p *page) token(kind html.TokenType) error {
	switch kind {
	case html.TextToken:
		switch p.skip {
		case "":
			return p.text(p.z.Text())
		case "style":
			p.styles.read(string(p.z.Text()))
		}
	case html.CommentToken:
		if p.about.name != "" {
			return nil
		}
		if sheets := excelSheets(p.z.Raw(), &p.told); len(sheets) > 0 {
			p.about = sheets[0]
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := p.z.TagName()
		tag := p.intern.bytes(name)
		if p.skip != "" && !ofTable(tag) && tag != "option" {
			return nil
		}
		a := p.attributes(more)
		if tag == "option" {
			p.option(a.chosen)
			return nil
		}
		p.skip, p.choosing = "", false
		if unshown(tag) {
			if rawText(tag) || kind == html.StartTagToken {
				p.skip = tag
			}
			return nil
		}
		return p.start(tag, a)
	case html.EndTagToken:
		name, _ := p.z.TagName()
		tag := p.intern.bytes(name)
		switch {
		case p.choosing && (tag == "option" || tag == "select"):
			p.skip, p.choosing = map[string]string{"option": "select"}[tag], false
			return nil
		case p.skip != "" && !ofTable(tag):
			if tag == p.skip {
				p.skip = ""
			}
			return nil
		}
		p.skip, p.choosing = "", p.choosing && !ofTable(tag)
		return p.end(tag)
	}
	return nil
}

// rawText are elements that hold text and no elements; the tokenizer knows where they end.
func rawText(tag string) bool {
	switch tag {
	case "script", "style", "title", "noscript", "noframes", "noembed", "iframe":
		return true
	}
	return false
}

// unshown are elements whose content is no text of the page. Where one of the others is never closed, the next cell ends it.
func unshown(tag string) bool {
	switch tag {
	case "template", "svg", "object", "select", "comment", "xml":
		return true
	}
	return rawText(tag)
}

// ofTable are the elements that make a table.
func ofTable(tag string) bool {
	switch tag {
	case "table", "tr", "td", "th", "thead", "tbody", "tfoot":
		return true
	}
	return false
}

// attributes are those of a start that this reader looks at.
type attributes struct {
	class, style, face string
	down, across       string // rowspan, colspan
	span               string
	kind, value        string // of an input
	chosen             bool   // checked, or selected
	hidden             bool
	given              given
}

// given is the value that a cell has beside its text: Excel's x:num, x:str, x:bool, x:err, x:fmla, or LibreOffice's sdval.
type given struct {
	kind, value, formula, format string
}

func (p *page) attributes(more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = p.z.TagAttr()
		switch string(key) {
		case "class":
			a.class = p.intern.bytes(value)
		case "style":
			a.style = p.intern.bytes(value)
		case "face":
			a.face = p.intern.bytes(value)
		case "rowspan":
			a.down = p.intern.bytes(value)
		case "colspan":
			a.across = p.intern.bytes(value)
		case "span":
			a.span = p.intern.bytes(value)
		case "type":
			a.kind = strings.ToLower(p.intern.bytes(value))
		case "value":
			a.value = string(value)
		case "checked", "selected":
			a.chosen = true
		case "hidden":
			a.hidden = true
		case "x:num", "x:str", "x:bool", "x:err":
			a.given.kind, a.given.value = p.intern.bytes(key), string(value)
		case "sdval":
			a.given.kind, a.given.value = "sdval", string(value)
		case "sdnum":
			a.given.format = string(value)
		case "x:fmla":
			a.given.formula = string(value)
		}
	}
	return a
}

// look is how the text of an element looks.
type look struct {
	style
	hidden bool   // display: none
	pre    bool   // white space counts
	format string // mso-number-format
}

func (p *page) look() look {
	if len(p.elements) == 0 {
		return look{}
	}
	return p.elements[len(p.elements)-1].look
}

// open puts an element on those that are open. Of elements nested deeper than anybody writes the looks are not followed.
func (p *page) open(tag string, l look) {
	if len(p.elements) < maxElements {
		p.elements = append(p.elements, element{tag, l})
	}
}

// close takes the last open element of a name off, and what was left open in it, but none below a floor.
func (p *page) close(tag string, floor int) {
	for i := len(p.elements) - 1; i >= floor; i-- {
		if p.elements[i].tag == tag {
			p.elements = p.elements[:i]
			return
		}
	}
}

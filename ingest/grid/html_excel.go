package grid

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"strings"

	"tdkt/ingest/grid/alphabet"
)

// excelSheet is what Excel writes of a sheet into a comment of its pages.
type excelSheet struct {
	name, href       string
	hidden, date1904 bool
}

// mostTold is in how many comments what Excel has written is looked for; it writes one.
const mostTold = 64

// excelSheets reads the <x:ExcelWorkbook> of a comment; there is none in most, and a broken one says nothing. told counts those
// that have one.
func excelSheets(comment []byte, told *int) []excelSheet {
	from := bytes.Index(comment, []byte("<x:ExcelWorkbook"))
	if from < 0 || *told == mostTold {
		return nil
	}
	*told++
	var out []excelSheet
	date1904 := false
	x := newPull("x", bytes.NewReader(comment[from:]))
	if _, err := x.root(); err != nil {
		return nil
	}
	err := x.children(func(name string) error {
		switch name {
		case "Date1904":
			date1904 = true
		case "ExcelWorksheets":
			return x.children(func(string) error {
				s, err := excelSheetOf(x)
				out = append(out, s)
				return err
			})
		}
		return nil
	})
	if err != nil {
		return nil
	}
	for i := range out {
		out[i].date1904 = date1904
	}
	return out
}

// excelSheetOf reads the <x:ExcelWorksheet> that has just started.
func excelSheetOf(x *pull) (s excelSheet, err error) {
	err = x.children(func(name string) error {
		switch name {
		case "Name":
			text, err := x.textInto(nil)
			s.name = string(text)
			return err
		case "WorksheetSource":
			s.href = x.attr("HRef")
		case "WorksheetOptions":
			return x.children(func(name string) error {
				if name != "Visible" {
					return nil
				}
				text, err := x.textInto(nil)
				s.hidden = bytes.Contains(text, []byte("Hidden"))
				return err
			})
		}
		return nil
	})
	return s, err
}

// isWebArchive tells a page saved as one file (.mht): a mail that holds pages.
func isWebArchive(content []byte) bool {
	head := bytes.ToLower(content[:min(len(content), 4096)])
	return (bytes.HasPrefix(head, []byte("mime-version:")) || bytes.HasPrefix(head, []byte("from:"))) &&
		bytes.Contains(head, []byte("multipart/related"))
}

// maxPages bounds the parts of a web archive.
const maxPages = 4096

// readMHT reads a "Single File Web Page" of Excel or a browser: each page in it that has a table is a sheet.
func readMHT(content []byte) (Book, error) {
	pages, styles, err := mhtPages(content)
	if err != nil {
		return Book{}, err
	}
	book := Book{Container: "html"}
	room := newAllowance()
	var names []excelSheet
	told := 0
	for _, p := range pages {
		for rest := p.text; len(names) == 0; {
			_, after, found := bytes.Cut(rest, []byte("<!--"))
			if !found {
				break
			}
			comment, _, _ := bytes.Cut(after, []byte("-->"))
			if sheets := excelSheets(comment, &told); len(sheets) > 0 && sheets[0].href != "" {
				names = sheets
			}
			rest = after
		}
	}
	for _, p := range pages {
		var about excelSheet
		for _, n := range names {
			if n.href != "" && path.Base(strings.ReplaceAll(n.href, `\`, "/")) == p.file {
				about = n
			}
		}
		sheet, err := readPage(p.text, about, styles, room)
		if err != nil {
			return Book{}, err
		}
		if sheet == nil {
			continue
		}
		sheet.No, sheet.Alphabet = len(book.Sheets)+1, inAlphabet(p.read)
		book.Sheets = append(book.Sheets, *sheet)
	}
	if len(book.Sheets) == 0 {
		return Book{}, unsupported(pageWithoutTable)
	}
	return book, nil
}

// mhtPage is a page of a web archive, as UTF-8.
type mhtPage struct {
	file string
	text []byte
	read alphabet.Reading
}

// mhtPages gives the pages of a web archive in their order, and its style sheets.
func mhtPages(content []byte) ([]mhtPage, *htmlStyles, error) {
	styles := newHTMLStyles()
	msg, err := mail.ReadMessage(bytes.NewReader(content))
	if err != nil {
		return nil, nil, unreadable("mht: %v", err)
	}
	_, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return nil, nil, unreadable("mht: no boundary")
	}
	var pages []mhtPage
	r := multipart.NewReader(msg.Body, params["boundary"])
	for range maxPages {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return pages, styles, nil
		}
		if err != nil {
			return nil, nil, unreadable("mht: %v", err)
		}
		kind, params, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if kind != "text/html" && kind != "text/css" {
			continue
		}
		var in io.Reader = part
		switch strings.ToLower(part.Header.Get("Content-Transfer-Encoding")) {
		case "quoted-printable":
			in = quotedprintable.NewReader(part)
		case "base64":
			in = base64.NewDecoder(base64.StdEncoding, part)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			return nil, nil, unreadable("mht: %v", err)
		}
		if kind == "text/css" {
			styles.read(string(text))
			continue
		}
		text, read, err := htmlText(text, params["charset"])
		if err != nil {
			return nil, nil, err
		}
		at := part.Header.Get("Content-Location")
		pages = append(pages, mhtPage{path.Base(strings.ReplaceAll(at, `\`, "/")), text, read})
	}
	return nil, nil, unreadable("mht: more than %d parts", maxPages)
}

package grid

import (
	"cmp"
	"fmt"
	"strconv"

	"tdkt/ingest/finding"
)

// Read turns the content of a file into a Book. What the file is, its content tells;
// the name only places the findings. A fault of the file is one finding of severity error, and the Book
// is then empty, save for file-empty, where the Book has its sheets. Lesser findings come with the Book:
// what was mended on the way, and in which alphabet it was read where evidence told it. A file that would
// stop the reader is a fault like any other. err is a fault of ours; there is none yet.
func Read(name string, content []byte) (book Book, findings []finding.Finding, err error) {
	defer func() {
		if r := recover(); r != nil {
			book = Book{}
			findings = []finding.Finding{asFinding(name, unreadable("%v", r))}
		}
	}()
	book, fail := readContainer(content)
	if fail != nil {
		return Book{}, []finding.Finding{asFinding(name, fail)}, nil
	}
	book.nameSheets()
	book.beside = append(book.beside, book.settle()...)
	if f := book.lost(); f != nil {
		book.beside = append(book.beside, f)
	}
	for _, s := range book.Sheets {
		if len(s.Rows) > 0 {
			for _, f := range book.beside {
				findings = append(findings, asFinding(name, f))
			}
			return book, findings, nil
		}
	}
	return book, []finding.Finding{asFinding(name, &fault{code: codeEmpty})}, nil
}

// nameSheets gives each of several sheets a name of its own, by which its cells are found again: the second "Sheet1", which Excel
// would not write, is "Sheet1 (2)", and one without a name, such as a page of a web archive, goes by its number.
func (b *Book) nameSheets() {
	if len(b.Sheets) < 2 {
		return
	}
	taken := map[string]bool{}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		name := cmp.Or(s.Name, strconv.Itoa(s.No))
		for n, first := 2, name; taken[name]; n++ {
			name = fmt.Sprintf("%s (%d)", first, n)
		}
		taken[name] = true
		s.Name = name
	}
}

func readContainer(content []byte) (Book, error) {
	switch kind := sniff(content); kind.what {
	case isZip:
		return readZip(content)
	case isText:
		return readCSV(content)
	case isFlatODS:
		return readFlatODS(narrow(content))
	case isXMLSS:
		return readXMLSS(narrow(content))
	case isHTML:
		return readHTML(content)
	case isMHT:
		return readMHT(content)
	case isEmpty:
		return Book{}, &fault{code: codeEmpty}
	case isCompound:
		return readCompound(content)
	case isRecords:
		return readXLS(content)
	default:
		return Book{}, unsupported(kind.name)
	}
}

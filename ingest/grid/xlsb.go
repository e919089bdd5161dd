package grid

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strings"
)

// The records of .xlsb (BIFF12) that are read, by the names of Microsoft's [MS-XLSB].
const (
	brtRowHdr       = 0
	brtCellRk       = 2
	brtCellError    = 3
	brtCellBool     = 4
	brtCellReal     = 5
	brtCellSt       = 6
	brtCellIsst     = 7
	brtFmlaString   = 8
	brtFmlaNum      = 9
	brtFmlaBool     = 10
	brtFmlaError    = 11
	brtShortBlank   = 12 // … 18: as the cells from 1 on, at the column behind the one before
	brtShortIsst    = 18
	brtSSTItem      = 19
	brtFont         = 43
	brtFmt          = 44
	brtXF           = 47
	brtColInfo      = 60
	brtCellRString  = 62
	brtBeginSheet   = 129
	brtEndSheet     = 130
	brtBeginBook    = 131
	brtWbProp       = 153
	brtBundleSh     = 156
	brtMergeCell    = 176
	brtBeginCellXFs = 617
	brtEndCellXFs   = 618
)

// maxRecord bounds a record; the longest text of a cell has 64 KB.
const maxRecord = 16 << 20

// binRecords goes through the records of a part: number and length in seven bits a byte.
type binRecords struct {
	part string
	in   *bufio.Reader
	id   int
	body []byte
}

// next goes to the next record; false is the end of the part.
func (r *binRecords) next() (bool, error) {
	id, err := r.varint(2)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	size := 0
	if err == nil {
		size, err = r.varint(4)
	}
	if err == nil && size > maxRecord {
		err = unreadable("%s: a record of %d bytes", r.part, size)
	}
	if err != nil {
		return false, r.fail(err)
	}
	r.id = id
	if cap(r.body) < size {
		r.body = make([]byte, size)
	}
	r.body = r.body[:size]
	if _, err := io.ReadFull(r.in, r.body); err != nil {
		return false, r.fail(err)
	}
	return true, nil
}

// varint reads up to most bytes; io.EOF is the end before the first.
func (r *binRecords) varint(most int) (n int, err error) {
	for i := range most {
		b, err := r.in.ReadByte()
		if err != nil {
			if i > 0 && errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return 0, err
		}
		n |= int(b&0x7F) << (7 * i)
		if b&0x80 == 0 {
			break
		}
	}
	return n, nil
}

func (r *binRecords) fail(err error) error {
	var f *fault
	if errors.As(err, &f) {
		return f
	}
	return unreadable("%s: %v", r.part, err)
}

func (r *binRecords) short() error {
	return unreadable("%s: record %d of %d bytes", r.part, r.id, len(r.body))
}

// eachRecord calls do for the records of a part that begins with a certain one.
func (p *parts) eachRecord(part string, do func(r *binRecords) error) error {
	rc, err := p.open(part)
	if err != nil {
		return err
	}
	defer rc.Close()
	r := &binRecords{part: part, in: bufio.NewReaderSize(rc, window)}
	for {
		ok, err := r.next()
		if err != nil || !ok {
			return err
		}
		if err := do(r); err != nil {
			return err
		}
	}
}

// wide reads a text of .xlsb: its length in four bytes, then two a character.
func (s *spread) wide() ([]uint16, error) {
	n, err := s.number(4)
	if err != nil || n == math.MaxUint32 {
		return nil, err // a text that is not there
	}
	if n > len(s.piece())/2 {
		return nil, errShort
	}
	return s.units(n, true)
}

// rich reads a text with its runs; what tells its pronunciation comes last and is left.
func (s *spread) rich() (biffText, error) {
	flags, err := s.number(1)
	if err != nil {
		return biffText{}, err
	}
	units, err := s.wide()
	if err != nil || flags&1 == 0 {
		return biffText{text: textOf(units)}, err
	}
	count, err := s.number(4)
	if err != nil || count > len(s.piece())/4 {
		return biffText{}, errShort
	}
	return s.runs(units, count, 0)
}

// binBook is what the parts beside the sheets tell.
type binBook struct {
	workbook
	fonts   []style
	formats map[int]string
	styles  []style
	texts   []biffText
	room    *allowance
}

// readXLSB reads a workbook whose parts are records.
func readXLSB(p *parts, main string) (Book, error) {
	b := binBook{formats: map[int]string{}, room: newAllowance()}
	if err := b.readHead(p, main); err != nil {
		return Book{}, err
	}
	if err := b.readStyles(p); err != nil {
		return Book{}, err
	}
	if err := b.readTexts(p); err != nil {
		return Book{}, err
	}
	book := Book{Container: "xlsb"}
	in := newInterner()
	for _, ref := range b.sheets {
		s := binSheet{binBook: &b, binaryRows: newBinaryRows(ref.part, b.room, in)}
		sheet, err := s.read(p, ref)
		if err != nil {
			return Book{}, inSheet(ref.name, err)
		}
		book.Sheets = append(book.Sheets, sheet)
	}
	return book, nil
}

// readHead reads the list of sheets and where the other parts are.
func (b *binBook) readHead(p *parts, main string) error {
	rels, err := p.relations(main)
	if err != nil {
		return err
	}
	byID := map[string]relation{}
	for _, r := range rels {
		byID[r.id] = r
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings") && p.has(r.target):
			b.shared = r.target
		case strings.HasSuffix(r.kind, "/styles") && p.has(r.target):
			b.workbook.styles = r.target
		}
	}
	no, began := 0, false
	err = p.eachRecord(main, func(r *binRecords) error {
		switch r.id {
		case brtBeginBook:
			began = true
		case brtWbProp:
			b.date1904 = len(r.body) > 0 && r.body[0]&1 != 0
		case brtBundleSh:
			no++
			s := &spread{body: r.body, at: min(8, len(r.body))}
			id, err1 := s.wide()
			name, err2 := s.wide()
			if err1 != nil || err2 != nil {
				return r.short()
			}
			state := le32(r.body, 0)
			ref := sheetRef{name: textOf(name), no: no, hidden: state == 1 || state == 2}
			rel, known := byID[textOf(id)]
			switch {
			case !known:
				return unreadable("%s: sheet %q has no part", main, ref.name)
			case !strings.HasSuffix(rel.kind, "/worksheet"):
				return nil // a chart, macro or dialog sheet has no cells
			}
			ref.part = rel.target
			b.sheets = append(b.sheets, ref)
		}
		return nil
	})
	if err == nil && !began {
		return unreadable("%s: no beginning", main)
	}
	return err
}

// readStyles gives each cell format its font and whether it shows a date.
func (b *binBook) readStyles(p *parts) error {
	if b.workbook.styles == "" {
		return nil
	}
	cells := false
	return p.eachRecord(b.workbook.styles, func(r *binRecords) error {
		if len(b.fonts)+len(b.styles)+len(b.formats) > maxStyles {
			return tooManyStyles(r.part)
		}
		switch r.id {
		case brtFmt:
			s := &spread{body: r.body}
			id, err1 := s.number(2)
			code, err2 := s.wide()
			if err1 != nil || err2 != nil {
				return r.short()
			}
			b.formats[id] = textOf(code)
		case brtFont:
			s := &spread{body: r.body, at: 21}
			name, err := s.wide()
			if err != nil {
				return r.short()
			}
			bold := binary.LittleEndian.Uint16(r.body[4:]) >= boldWeight
			b.fonts = append(b.fonts, style{font: textOf(name), bold: bold, strike: r.body[2]&0x08 != 0, shifted: r.body[6] != 0})
		case brtBeginCellXFs, brtEndCellXFs:
			cells = r.id == brtBeginCellXFs
		case brtXF:
			if len(r.body) < 6 {
				return r.short()
			}
			if cells {
				b.styles = append(b.styles, styleOf(int(binary.LittleEndian.Uint16(r.body[4:])), int(binary.LittleEndian.Uint16(r.body[2:])), b.fonts, b.formats))
			}
		}
		return nil
	})
}

// readTexts reads the texts that cells point into.
func (b *binBook) readTexts(p *parts) error {
	if b.shared == "" {
		return nil
	}
	return p.eachRecord(b.shared, func(r *binRecords) error {
		if r.id != brtSSTItem {
			return nil
		}
		t, err := (&spread{body: r.body}).rich()
		if err != nil {
			return r.short()
		}
		b.texts = append(b.texts, t)
		return b.room.shared(r.part, len(t.text), t.pieces())
	})
}

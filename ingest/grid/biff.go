package grid

import (
	"encoding/binary"
	"math"
)

// The records of a workbook of Excel 5.0 to 2003 (BIFF5, BIFF7, BIFF8) that are read, by
// the names of Microsoft's [MS-XLS].
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDate1904   = 0x0022
	recFilePass   = 0x002F
	recFont       = 0x0031
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recColInfo    = 0x007D
	recWsBool     = 0x0081
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recXF         = 0x00E0
	recMergeCells = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809

	biff5, biff8 = 0x0500, 0x0600
	kindSheet    = 0x0010 // what a BOF begins: a worksheet, or a dialog sheet
)

// biffRecords goes through a stream of records: number, length, bytes.
type biffRecords struct {
	stream []byte
	at     int // of the record behind the one at hand
	id     uint16
	body   []byte
}

// next goes to the next record; a stream that ends is a fault, for the last record says
// that it is the last.
func (r *biffRecords) next() error {
	if r.at+4 > len(r.stream) {
		return unreadable("Workbook: ends at byte %d, without the record that ends it", len(r.stream))
	}
	r.id = binary.LittleEndian.Uint16(r.stream[r.at:])
	end := r.at + 4 + int(binary.LittleEndian.Uint16(r.stream[r.at+2:]))
	if end > len(r.stream) {
		return unreadable("Workbook: ends at byte %d, within record %#04x at byte %d", len(r.stream), r.id, r.at)
	}
	r.body = r.stream[r.at+4 : end]
	r.at = end
	return nil
}

// whole gives the bytes of the record at hand with those of the CONTINUE records behind it.
func (r *biffRecords) whole() *spread {
	s := &spread{body: r.body}
	for r.at+4 <= len(r.stream) && binary.LittleEndian.Uint16(r.stream[r.at:]) == recContinue {
		if r.next() != nil {
			break
		}
		s.more = append(s.more, r.body)
	}
	return s
}

// short is the fault of a record that holds less than it must.
func (r *biffRecords) short() error {
	return unreadable("Workbook: record %#04x before byte %d has %d bytes", r.id, r.at, len(r.body))
}

// biffBook is what the head of a workbook tells.
type biffBook struct {
	records  biffRecords
	old      bool // BIFF5 and 7: texts are bytes of a code page
	page     int  // the code page, 0 if none is named
	from1904 bool
	fonts    []style
	charsets []byte // of the fonts
	formats  map[int]string
	styles   []style // of the cell formats (XF)
	fontOf   []int   // the same by the number of their font
	shared   []biffText
	sheets   []biffSheetRef
	room     *allowance
}

// biffSheetRef is a sheet as the head lists it.
type biffSheetRef struct {
	sheetRef
	at    int  // of its first record
	cells bool // it is no chart, macro sheet or module
}

// readXLS reads the stream Workbook.
func readXLS(stream []byte) (Book, error) {
	b := &biffBook{records: biffRecords{stream: stream}, formats: map[int]string{}, room: newAllowance()}
	if err := b.globals(); err != nil {
		return Book{}, err
	}
	book := Book{Container: "xls"}
	in := newInterner()
	read := 0 // bytes of all sheets; a place that two sheets share would be read again and again
	for _, ref := range b.sheets {
		if !ref.cells {
			continue
		}
		s := biffSheet{biffBook: b, binaryRows: newBinaryRows("Workbook", b.room, in)}
		sheet, cells, err := s.read(ref)
		if read += s.records.at - ref.at; err == nil && read > len(stream) {
			err = unreadable("Workbook: two sheets at one place, byte %d", ref.at)
		}
		if err != nil {
			return Book{}, inSheet(ref.name, err)
		}
		if cells {
			book.Sheets = append(book.Sheets, sheet)
		}
	}
	return book, nil
}

// begin reads the record that begins the workbook or a sheet, and gives what it begins.
func (r *biffRecords) begin() (version, kind uint16, err error) {
	if err := r.next(); err != nil {
		return 0, 0, err
	}
	switch {
	case r.id == 0x0009 || r.id == 0x0209 || r.id == 0x0409:
		return 0, 0, unsupported("Excel 2.0–4.0 (.xls)")
	case r.id != recBOF || len(r.body) < 4:
		return 0, 0, unreadable("Workbook: no beginning (BOF) before byte %d", r.at)
	}
	return binary.LittleEndian.Uint16(r.body), binary.LittleEndian.Uint16(r.body[2:]), nil
}

// beginsRecords says whether content is records of Excel without a compound file around
// them, as simple exports write them: BOF and its length.
func beginsRecords(content []byte) bool {
	return len(content) >= 8 && binary.LittleEndian.Uint16(content) == recBOF && content[2] >= 4 && content[2] <= 16 && content[3] == 0
}

// globals reads the head of the workbook. Simple exports have none: the file is one sheet,
// without a name and without fonts, and often without a version.
func (b *biffBook) globals() error {
	r := &b.records
	version, kind, err := r.begin()
	if err != nil {
		return err
	}
	switch {
	case version == biff5, version == 0 && kind == kindSheet:
		b.old = true
	case version == biff8:
	default:
		return unreadable("Workbook: version %#04x", version)
	}
	if kind == kindSheet {
		b.sheets = []biffSheetRef{{sheetRef: sheetRef{no: 1}, cells: true}}
		return nil
	}
	var formats [][2]int // font and number format of each XF
	for {
		if err := r.next(); err != nil {
			return err
		}
		switch r.id {
		case recEOF:
			b.resolve(formats)
			return nil
		case recFilePass:
			plain, err := decrypt(r.stream, r.at, r.body, b.old)
			if err != nil {
				return err
			}
			r.stream = plain
		case recXF:
			if len(r.body) < 4 {
				return r.short()
			}
			formats = append(formats, [2]int{int(binary.LittleEndian.Uint16(r.body)), int(binary.LittleEndian.Uint16(r.body[2:]))})
		default:
			if err := b.global(); err != nil {
				return err
			}
		}
	}
}

// global takes one record of the head.
func (b *biffBook) global() error {
	r := &b.records
	switch r.id {
	case recCodePage:
		if len(r.body) >= 2 {
			b.page = int(binary.LittleEndian.Uint16(r.body))
		}
	case recDate1904:
		b.from1904 = len(r.body) >= 2 && binary.LittleEndian.Uint16(r.body) == 1
	case recFont:
		return b.font()
	case recFormat:
		if len(r.body) < 2 {
			return r.short()
		}
		s := &spread{body: r.body, at: 2}
		code, err := b.text(s, !b.old)
		if err != nil {
			return r.short()
		}
		b.formats[int(binary.LittleEndian.Uint16(r.body))] = code
	case recBoundSheet:
		return b.boundSheet()
	case recSST:
		return b.sst()
	}
	return nil
}

// font reads a FONT. There is no font 4: the fifth in the file is number 5.
func (b *biffBook) font() error {
	r := &b.records
	if len(r.body) < 15 {
		return r.short()
	}
	f := style{
		bold:   binary.LittleEndian.Uint16(r.body[6:]) >= boldWeight,
		strike: r.body[2]&0x08 != 0, shifted: r.body[8] != 0,
	}
	charset := r.body[12]
	s := &spread{body: r.body, at: 14}
	name, err := b.text(s, false)
	if err != nil {
		return r.short()
	}
	f.font = name
	if len(b.fonts) == 4 {
		b.fonts, b.charsets = append(b.fonts, b.fonts[0]), append(b.charsets, b.charsets[0])
	}
	b.fonts, b.charsets = append(b.fonts, f), append(b.charsets, charset)
	return nil
}

// boundSheet reads a line of the list of sheets.
func (b *biffBook) boundSheet() error {
	r := &b.records
	if len(r.body) < 7 {
		return r.short()
	}
	at := le32(r.body, 0)
	s := &spread{body: r.body, at: 6}
	name, err := b.text(s, false)
	if err != nil || at > math.MaxInt32 {
		return r.short()
	}
	state := r.body[4] & 3
	ref := sheetRef{name: name, no: len(b.sheets) + 1, hidden: state == 1 || state == 2}
	b.sheets = append(b.sheets, biffSheetRef{sheetRef: ref, at: int(at), cells: r.body[5] == 0})
	return nil
}

// resolve gives each cell format its style.
func (b *biffBook) resolve(formats [][2]int) {
	for _, xf := range formats {
		b.styles, b.fontOf = append(b.styles, styleOf(xf[0], xf[1], b.fonts, b.formats)), append(b.fontOf, xf[0])
	}
}

// at gives a fault its place.
func (f *fault) at(row, col int) *fault {
	f.cell = A1(row, col)
	return f
}

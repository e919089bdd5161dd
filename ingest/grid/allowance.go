package grid

// Bounds on what the cells of a book may hold together. A list of 200,000 rows and ten columns weighs as much as this allows and
// has a quarter of the text; a cell of Excel holds at most 32,767 characters.
const (
	maxCells = 5 << 19   // non-empty cells of a book, its rows weighed with them
	maxBytes = 128 << 20 // of their texts; one that several cells share counts for each of them
	rowCells = 3         // cells that a row weighs besides its own
	maxText  = 4 << 20   // bytes of one text
	maxRuns  = 1 << 16   // pieces of one text
	maxTexts = maxCells / 2
	// maxMerges are merged areas of a book; the runs of hidden columns are as many as a sheet has columns.
	maxMerges = maxRows
)

// maxStyles bounds fonts and formats of cells: Excel has at most 64,000 formats.
const maxStyles = 1 << 17

func tooManyStyles(part string) error {
	return unreadable("%s: more than %d fonts and formats", part, maxStyles)
}

// allowance is what a book may still have.
type allowance struct {
	cells, bytes int
	texts        int // that cells point into, and their pieces
	textBytes    int // of those
	merges       int
	hidden       int // runs of columns
}

func newAllowance() *allowance {
	return &allowance{cells: maxCells, bytes: maxBytes, texts: maxTexts, textBytes: maxBytes, merges: maxMerges, hidden: maxCols}
}

// cell counts a cell by its text, so many times.
func (a *allowance) cell(part, text string, times int) error {
	a.cells -= times
	a.bytes -= times * len(text)
	switch {
	case a.cells < 0:
		return unreadable("%s: more than %d cells and rows", part, maxCells)
	case len(text) > maxText:
		return tooLong(part)
	case a.bytes < 0:
		return unreadable("%s: more than %d MB of text", part, maxBytes>>20)
	}
	return nil
}

// row counts a row, so many times.
func (a *allowance) row(part string, times int) error {
	if a.cells -= rowCells * times; a.cells < 0 {
		return unreadable("%s: more than %d cells and rows", part, maxCells)
	}
	return nil
}

// shared counts a text that cells point into, and its pieces.
func (a *allowance) shared(part string, size, pieces int) error {
	a.texts -= 1 + pieces
	a.textBytes -= size
	switch {
	case a.texts < 0:
		return unreadable("%s: more than %d texts", part, maxTexts)
	case a.textBytes < 0:
		return unreadable("%s: more than %d MB of text", part, maxBytes>>20)
	}
	return nil
}

// merged counts merged areas.
func (a *allowance) merged(part string, n int) error {
	if a.merges -= n; a.merges < 0 {
		return unreadable("%s: more than %d merged cells", part, maxMerges)
	}
	return nil
}

// hides counts a run of hidden columns.
func (a *allowance) hides(part string) error {
	if a.hidden--; a.hidden < 0 {
		return unreadable("%s: more than %d runs of hidden columns", part, maxCols)
	}
	return nil
}

func tooDeep(part string) error {
	return unreadable("%s: elements nest more than %d deep in a text", part, maxElements)
}

func tooLong(part string) error {
	return unreadable("%s: a text of more than %d MB or %d pieces", part, maxText>>20, maxRuns)
}

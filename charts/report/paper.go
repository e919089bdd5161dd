package report

// Style is how a paragraph looks; the names are those of the styles of the document.
type Style string

// The styles of a report.
const (
	Title    Style = "TdktTitle"
	Subtitle Style = "TdktSubtitle"
	Part     Style = "Heading1" // I.
	Section  Style = "Heading2" // 1.
	Point    Style = "Heading3" // a)
	Body     Style = "TdktBody"
	Item     Style = "TdktItem" // "- …"
	Caption  Style = "TdktCaption"
	Note     Style = "TdktNote"
	Annex    Style = "TdktAnnex"
	AnnexOf  Style = "TdktAnnexOf" // the document that an annex belongs to
	Cell     Style = "TdktCell"
	Head     Style = "TdktHead"
	Figure   Style = "TdktFigure"
)

// Block is a paragraph, a table, a chart, or a turn of the paper.
type Block struct {
	Style Style
	Spans []Span
	Table *Grid
	Place string // what people write in this paragraph's place; its text says what
	Keep  bool   // on the page of what follows
	Turn  Turn
	Frame *Frame
	Chart *Chart
}

// Turn says how the paper lies from the next page on.
type Turn int

// The turns of the paper.
const (
	NoTurn Turn = iota
	ToLandscape
	ToPortrait
)

// Span is a piece of a paragraph.
type Span struct {
	Text         string
	Bold, Italic bool
	Number       *Number
	Place        string // what people write here
	Line         bool   // a new line begins; its text is a blank
}

// Number is a bound number.
type Number struct {
	Formula Formula
	Shape   Shape
	Amount  Amount
}

// Grid is a table with a head that repeats on every page.
type Grid struct {
	Cols  []Col
	Rows  []Row
	Note  string
	Small bool // letters for wide tables
}

// Col is a column: its head, its share of the width, whether its cells are words.
type Col struct {
	Head  string
	Width int
	Words bool
}

// Row is a row of a table. One with a single cell goes across.
type Row struct {
	Cells [][]Span
	Bold  bool
}

// Frame is a table without lines, for what stands side by side: who writes and the motto, the recipients and the signature.
type Frame struct {
	Left, Right [][]Span // paragraphs; an empty one is a rule
	LeftShare   int      // of a hundred
	TopLeft     bool     // the left side is set from its edge in small letters
}

// words are spans of plain text.
func words(text string) []Span { return []Span{{Text: text}} }

func bold(spans []Span) []Span {
	out := make([]Span, len(spans))
	for i, s := range spans {
		s.Bold = true
		out[i] = s
	}
	return out
}

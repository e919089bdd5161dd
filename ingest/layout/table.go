package layout

import "tdkt/ingest/grid"

// Shape says how a layout lays out its figures.
type Shape string

// The shapes of a return.
const (
	List        Shape = "list"         // a row an award
	FormsAcross Shape = "forms_across" // rows are recipients and types, columns are forms (0603)
	FormsDown   Shape = "forms_down"   // rows are forms, columns are counts (Mẫu 02)
	UnitsDown   Shape = "units_down"   // rows are units, columns are forms (Mẫu 01)
	Figures     Shape = "figures"      // rows and columns of fixed meaning, and no awards: movements, bodies, staff (0601, 0604, 0605)
	BoardList   Shape = "board_list"   // a row an entry of one of the board's own lists; counts nothing
	People      Shape = "people"       // a row somebody who is told of and given nothing: a delegate, an exemplar; counts no award
)

// listed says that rows are entries, not figures.
func (s Shape) listed() bool { return s.Named() || s == BoardList }

// Named says that rows are people, collectives and households by name.
func (s Shape) Named() bool { return s == List || s == People }

// fixedRows says that rows have a fixed meaning, by label or code.
func (s Shape) fixedRows() bool { return s == FormsAcross || s == Figures }

// Layout is one form of return, as read from data/layouts.
type Layout struct {
	Code          string       `json:"code"`
	Version       string       `json:"version"`
	NameVI        string       `json:"name_vi"`
	NameEN        string       `json:"name_en"`
	Shape         Shape        `json:"shape"`
	Role          string       `json:"role,omitempty"`           // control: never counts, only reconciles; "" as the list of obligations says
	Repeats       bool         `json:"repeats,omitempty"`        // a row is a decision: several may name one form
	RecipientKind string       `json:"recipient_kind,omitempty"` // "" where each row says its own
	Titles        []string     `json:"titles"`                   // words of a title that speak for this form
	Evidence      []string     `json:"evidence,omitempty"`       // one of these fields, or words of commendation above the table, must be there
	OneOf         []string     `json:"one_of,omitempty"`         // one of these fields must be there, besides those required
	Never         []string     `json:"never,omitempty"`          // of people: fields of a list of awards, with which it is none of these
	NotTitles     []string     `json:"not_titles,omitempty"`     // of people: words from the title down to the header that speak of giving
	About         []string     `json:"about,omitempty"`          // of people: one of these must be spoken of from the title down
	Fields        []Field      `json:"fields"`
	Crossed       []Product    `json:"crossed,omitempty"`      // further fields, spelled out into Fields by Load
	RowMeasures   []RowMeasure `json:"row_measures,omitempty"` // rows of fixed meaning
	Empty         *EmptyForm   `json:"empty_form,omitempty"`   // the empty form that offices are given; nil where there is none

	compiled *matcher // made by Load
}

// Field is one column that a layout knows. A header variant is written as people write
// it; "a > b" is a path of headers, "*" in a path stands for the name of a form.
type Field struct {
	Code        string   `json:"code"`
	Headers     []string `json:"headers"`
	More        []string `json:"more,omitempty"` // headers under which a cell holds more than the field: name, position, workplace
	Required    bool     `json:"required,omitempty"`
	Forms       bool     `json:"forms,omitempty"` // each column of the field is a form, which its headers name
	Measure     string   `json:"measure,omitempty"`
	Also        []string `json:"also,omitempty"` // further measures that the same figures count under
	Achievement string   `json:"achievement,omitempty"`
	Recipient   string   `json:"recipient,omitempty"` // whom the figures count: collective, household, individual; "" for all
	PartOf      string   `json:"part_of,omitempty"`   // the field that this is a part of
	Total       bool     `json:"total,omitempty"`     // a printed total, checked and never added
	Ratio       bool     `json:"ratio,omitempty"`     // a printed share, never counted
	RatioOf     []string `json:"ratio_of,omitempty"`  // the fields of the part and of the whole that a share is held against
	Left        string   `json:"left,omitempty"`      // why a column that is known is left aside; a stable code
}

// Product spells out the columns that stand alike under each of several headings: the
// column "count" under the section "dot_xuat" becomes the field "dot_xuat_count", headed
// by each heading of the section over each header of the column.
type Product struct {
	Sections []Section `json:"sections"`
	Columns  []Field   `json:"columns"` // a header "" is the section's own; "*" in part_of is the code of the section
}

// Section is one heading of a Product.
type Section struct {
	Code        string   `json:"code"`
	Headers     []string `json:"headers"`
	Achievement string   `json:"achievement,omitempty"`
}

// RowMeasure is one row of fixed meaning.
type RowMeasure struct {
	Labels      []string `json:"labels"`
	Section     string   `json:"section,omitempty"` // words of the section heading above it, where the label alone is not enough
	RowCode     string   `json:"row_code,omitempty"`
	Measure     string   `json:"measure,omitempty"`
	Achievement string   `json:"achievement,omitempty"`
	Recipients  []string `json:"recipients,omitempty"` // of the columns with a recipient, those in which the row has figures; none named: all
	PartOf      string   `json:"part_of,omitempty"`    // the measure that this is a part of
	Breakdown   string   `json:"breakdown,omitempty"`  // what its figures split the whole by, besides what is counted: checked, never counted
	Total       bool     `json:"total,omitempty"`
}

// Column is one column of a recognised table. Columns that no field claims are here
// too, with an empty Field.
type Column struct {
	Col         int
	Field       string
	Header      string // the full path as written, joined by " > "
	HeaderCell  string // A1 of the lowest header cell
	Path        []Fact // the header texts over it, from the top; their cells are "" where they stand in another sheet
	Measure     string
	Also        []string
	Achievement string
	Recipient   string
	PartOf      string
	Total       bool
	Ratio       bool
	RatioOf     []string
	Left        string
	More        bool   // the cells hold more than the field: name, position, workplace
	FormText    string // the header text that names the form, where columns are forms
}

// RowKind says what a row is.
type RowKind string

// The kinds of a row.
const (
	Metadata  RowKind = "metadata"  // above the table: agency, title, year
	Header    RowKind = "header"    // column headers, also those repeated at a page break
	Index     RowKind = "index"     // A B C 1 2 3, 7=6:3
	GroupRow  RowKind = "group"     // says something for the rows beneath it
	Data      RowKind = "data"      // a recipient, or a row of counts
	Total     RowKind = "total"     // a printed sum, or a printed part of another row
	Note      RowKind = "note"      // remarks in or under the table
	Signature RowKind = "signature" // signers, date line, distribution list
	Blank     RowKind = "blank"     // a template row that nobody filled
)

// Row is one non-empty row of the sheet.
type Row struct {
	No        int
	Hidden    bool
	Kind      RowKind
	Reason    string // why the row is not read as data; a stable code, "" for data
	Cells     []grid.Cell
	Borrowed  []Borrowed // what merges over several rows lend to this one
	Label     string     // the text that says what the row is: name, form, unit, total or group words
	LabelCell string     // A1 of that text
	Groups    []Group

	// Of rows of fixed meaning (RowMeasures); a data row of such a table that is
	// unknown has Measure and Achievement "".
	Measure     string
	Achievement string
	Recipients  []string
	PartOf      string
	Breakdown   string
	RowTotal    bool // the row is a printed total of fixed meaning

	Stray  string // of a row that is not read as data: A1 of the first cell that says what rows of data say
	Sum    []int  // of a total: the numbers of the data rows that it sums
	Within int    // of a printed part ("Trong đó"): the row it is a part of, else 0
}

// Borrowed is a cell that stands in a row above and is merged down over this one.
type Borrowed struct {
	Cell grid.Cell
	At   string // A1 of where it stands
}

// Cell gives what a data row has in a column, its own or borrowed, and where it stands.
func (r Row) Cell(col int) (cell grid.Cell, at string, ok bool) {
	if c, own := (grid.Row{Cells: r.Cells}).Cell(col); own {
		return c, grid.A1(r.No, col), true
	}
	for _, b := range r.Borrowed {
		if b.Cell.Col == col {
			return b.Cell, b.At, true
		}
	}
	return grid.Cell{}, "", false
}

// Group is a group row that encloses a data row, outermost first.
type Group struct {
	Row  int
	Cell string
	Text string
}

// Table is a sheet that was recognised.
type Table struct {
	Layout    Layout
	SheetName string
	SheetNo   int
	Columns   []Column // by column
	Rows      []Row    // every non-empty row of the sheet, once
	Head      Head
	FirstData int // number of the first data row, 0 where there is none
	LastData  int
	Continues bool   // the sheet has no header: its columns are those of the sheet before
	Beside    string // A1 of the header at which a second table begins beside this one, else ""
	Mark      Mark   // of the empty form that was filled in; the zero Mark where there is none

	Merges     []grid.Merge // of the sheet
	HiddenCols []int        // columns of the table that are hidden
}

// Fact is something the sheet states outside its table. Text is "" where it does not.
type Fact struct {
	Text string
	Cell string // A1
}

// Stated says whether the fact is there.
func (f Fact) Stated() bool { return f.Text != "" }

// The scopes of a list: awards that were decided, or proposals.
const (
	ScopeAward    = "award"
	ScopeProposal = "proposal"
)

// Head holds the facts of the title block and the signature block.
type Head struct {
	Title      Fact
	Unit       Fact // the reporting unit, as named
	Letterhead bool // Unit is the only line of the agency block
	Agency     Fact // the upper line of the agency block
	Province   Fact // name of the province, without "tỉnh"
	Year       Fact // "2024"
	SchoolYear Fact // "2023-2024"
	Period     Fact // "2024", "2024-H1", "2024-Q3", "2024-06", "2004..2009", "2023-2024"
	Part       Fact // a round ("đợt 2") or a decision number
	DatedOn    Fact // the date line as written: "ngày 05 tháng 12 năm 2024"
	Decision   Fact // number and date as written: "123/QĐ-UBND ngày 05/12/2024"
	Authority  Fact // who decided, where the head says so
	Revision   Fact // the words that mark a revision
	Scope      string
	ScopeFrom  Fact   // the words that told the scope
	Denied     Fact   // the words of a title that say that nothing was awarded
	Lines      []Fact // every line of the head, as it stands
}

// Result is what Recognise found.
type Result struct {
	Table       *Table   // nil where no layout fits
	Mark        Mark     // of the empty form that was filled in, also where no layout fits
	Nearest     *Layout  // the layout that came nearest, where none fits
	Missing     []string // the fields that Nearest lacks, in its own order
	AnyMissing  bool     // one of the missing fields would do
	At          string   // A1 of what came nearest to a header, where none fits
	Instruction bool     // the sheet is headed Hướng dẫn or ví dụ
	Lookup      bool     // the sheet is a list of codes (Danh mục)
	Hidden      bool     // the sheet is hidden
}

// Known is the vocabulary that tells a group row from a recipient. Keys are data.Key
// of the text; a nil function knows nothing.
type Known struct {
	Form        func(key string) bool
	Achievement func(key string) bool
	Unit        func(key string) bool
	ClassWord   func(key string) bool
}

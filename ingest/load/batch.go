package load

import (
	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
)

// What became of a row or a cell.
const (
	Used     = "used"     // counted, or says what is counted
	Excluded = "excluded" // known not to be counted, with the reason
	Rejected = "rejected" // not counted because of a fault, with the reason
)

// How a return came out of reading.
const (
	Accepted             = "accepted"
	AcceptedWithWarnings = "accepted_with_warnings"
	Refused              = "refused"
	Held                 = "held"
)

// Unknown is the member of every dimension for what a return does not tell.
const Unknown = "chua_ro"

// Batch is what one file gave.
type Batch struct {
	File       File
	Returns    []Return
	Sheets     []Sheet
	Findings   []Finding
	Awards     []Award
	Tallies    []Tally
	Declared   []Declared
	Printed    []Printed
	Statistics []Statistic
	Listed     []Listed
	People     []Person
}

// File is the original with the day of its receipt and the register's words on it.
type File struct {
	Hash        string
	Name        string
	Fingerprint string // of all that decides how the bytes are read
	Prints      Prints // the same by part
	ReceivedOn  data.Date
	Sender      string // the register's words, as written
	Revises     string // the file or return that this one replaces, as written
	RevisesMark string // register or flag, "" where Revises is empty
	Note        string
	Content     []byte // none where it is too large to keep
	Size        int64  // of the original, in bytes
	Whole       bool   // the original is kept; of a file in the warehouse
	IntakeNo    int    // which taking in brought it first; one number for all files of a run

	// Where the register said it, and its day of receipt where that is no date.
	RegisterFile, ReceivedText, ReceivedCell, SenderCell string
}

// Prints are the fingerprints of what decides how a file is read, by part, so that a changed reading can name its cause.
// Register is what the intake register says of the file.
type Prints struct {
	Reader, Layouts, Rules, Reference, Board, Register string
}

// Tallied counts rows or cells by what became of them.
type Tallied struct {
	Read, Used, Excluded, Rejected int64
}

// Return is one return: a form of return within a file.
type Return struct {
	ID, FileHash, FileName, Sheet string
	Ordinal                       int
	Form                          string // form_of_return
	Unit, Sender, Province        string
	Period, Part                  string
	ReportYear                    int
	Scope                         string // award, proposal or ""
	IsZero                        bool   // it says that there is nothing: in words, or by noughts alone
	Outcome                       string
	IsRevision                    bool
	RevisionMark                  string // head, register, flag or ""
	RevisesFile, RevisesReturn    string
	DatedOn, ReceivedOn           data.Date
	RowCounts, CellCounts         Tallied
	IntakeNo                      int    // of its file
	Role                          string // what the form of return is for, "" where the list of obligations says
}

// Sheet is what became of the rows and cells of one sheet that one return answers for.
type Sheet struct {
	Return, Name string
	Rows         []Row
	Cells        []Cell
}

// Row is one non-empty row of a sheet and what became of it.
type Row struct {
	No                        int
	Kind, Disposition, Reason string
}

// Cell is one non-empty cell and what became of it. A file may hold millions.
type Cell struct {
	Row, Col                         int32
	Text, Field, Disposition, Reason string
}

// Place is where the cell stands in its sheet, as A1.
func (c *Cell) Place() string { return grid.A1(int(c.Row), int(c.Col)) }

// Size is how many rows and cells the batch answers for.
func (b *Batch) Size() (rows, cells int) {
	for i := range b.Sheets {
		rows += len(b.Sheets[i].Rows)
		cells += len(b.Sheets[i].Cells)
	}
	return rows, cells
}

// Finding is a finding of one return, numbered within it.
type Finding struct {
	Return string
	No     int
	finding.Finding
}

// Award is one award, or proposal, to one recipient in a list. Pointers are tri-state.
type Award struct {
	ID, Return                                           string
	IsProposal                                           bool
	Unit, Sender, WorkplaceCode, Workplace, DecidedBy    string
	RecipientKind, Name                                  string
	BirthOn                                              data.Date
	BirthYear                                            int    // 0 where not known
	RecipientKey, NameKey                                string // digests: of name, birth and workplace; of the name
	Form, Level, Achievement, Movement, Field            string
	DecisionNo                                           string
	DecidedOn                                            data.Date
	Year                                                 int    // 0 where not known
	Class                                                string // "" where not known
	Woman, EthnicMinority, Religious                     *bool
	SmallCollective, Enterprise                          *bool
	Event                                                string
	File, Sheet                                          string
	Row                                                  int
	NameCell, FormCell, GenderCell, BirthCell, ClassCell string
}

// Tally is what one cell of a tally gives to one measure.
type Tally struct {
	Return, Unit, Sender              string
	Year                              int
	Form, Level, Measure, Achievement string
	Recipient                         string // kind that an achievement or a proposal is told of by its column; "" where it is not told
	Amount                            int64
	File, Sheet, Cell                 string
}

// Declared is a form that a list states, with or without rows under it.
type Declared struct {
	Return, Unit string
	Year         int
	Form         string
	Sheet, Cell  string
}

// Printed is a total as the return prints it and what its parts give.
type Printed struct {
	Return, Unit      string
	Year              int
	Form, Measure     string
	Printed, Computed int64
	File, Sheet, Cell string
}

// Statistic is what one cell of a form of figures gives: so many movements, bodies or staff, and no awards.
type Statistic struct {
	Return, Unit, Sender string
	Year                 int
	Measure              string // what is counted
	Statistic, Column    string // what its row and its column mean
	Amount               int64
	File, Sheet, Cell    string
}

// Listed is an entry of one of the board's own lists; what its fields hold depends on the list:
//
//	board_unit        Name, Code of the unit; Kind; Parent; Official; From, To
//	board_cluster     Name, Code of the unit; Means, MeansName of the cluster; Year
//	board_obligation  Name, Code of the unit; Means: form of return; Period; Due; Role; Kind: excused or ""; Note: why
//	board_round       Name; Code of the round; Role: its number; Year; Period: its month; Due; MeansName: what it is for
//	board_event       Name, Code of the unit; Means, MeansName of its successor; Role: full, part; Kind; From: the day
//	board_alias       Name as written; Kind: unit, form, authority, achievement, class; Means: the code; From, To; Note: why
//	board_exemplar_target  Name, Code of the field; Means, MeansName of the leading unit; Kind: kinds of recipients; Amount: how many; Period
//	board_accept      Name of the file; Kind: code of the rule; Of: sheet!cell, "" where the file; Note: why
type Listed struct {
	Return, List, Sheet, Cell          string
	Row                                int
	Name, Code, Kind, Means, MeansName string
	Parent, Official, Period, Role, Of string
	From, To, Due                      data.Date
	Year                               int
	Amount                             int64 // 0 where the list has none
	Note                               string
}

// Person is somebody, or a collective or household, whom a list tells of and gives nothing: a delegate to a congress, an
// exemplar. Pointers are tri-state. List is the form of return.
type Person struct {
	ID, Return, List                                                   string
	Unit, Sender, WorkplaceCode, Workplace                             string
	RecipientKind, Name                                                string
	BirthOn                                                            data.Date
	BirthYear                                                          int    // 0 where not known
	RecipientKey, NameKey                                              string // digests, as of an award
	Role                                                               string // of a delegate: dien_hinh, khach_moi
	Level                                                              string // of the congress
	Year                                                               int    // of the congress, or of which the exemplar is told
	Sector, Field, Status                                              string // Field is a code, else a digest of the words
	Class                                                              string // "" where not known
	Woman, EthnicMinority, Religious, Young, DirectWorker              *bool  // Young as the list says, whatever it means by it; DirectWorker as its ticks say
	File, Sheet                                                        string
	Row                                                                int
	NameCell, RoleCell, GenderCell, BirthCell, ClassCell, SectorCell   string
	EthnicCell, ReligionCell, YoungCell, FieldCell, KindCell, UnitCell string
}

// Package layout turns the cells of a sheet into a table: it says which form of return
// stands there, what each column holds, what each row is, and what the head says.
//
// Forms of return are files (data/layouts/*.json), not branches: a layout names its
// columns by the headers that people write, and, where rows have a fixed meaning, its
// rows by their labels or codes. A new form is a JSON file and a sample.
//
// The journey of a sheet: find the header (one to six rows, merged or not) under which
// some layout finds all it must have; give each column its header path and its field;
// give every non-empty row exactly one kind, by what it holds and where it stands; then
// read the title block and the signature block for the facts that the table lacks. No
// meaning is given to cells here: counts, dates and names stay text with a place.
//
// Where no layout fits, Structure still tells what a sheet looks like: each row is scored as
// each kind by what it holds, by its neighbours and by its place, and the order of kinds that
// fits the whole sheet best is taken (structure_kinds.go holds the scores, by hand); totals
// are told by their words or because they add up (structure_sums.go). It shows and counts nothing.
//
// # The file of a layout
//
// A layout says all that is special about its form of return; code knows only the
// shapes. "shape" is list (a row an award), forms_across (rows of fixed meaning, a column
// a form: 0602, 0603), forms_down (a row a form: Mẫu 02, Mẫu 03), units_down (a row a
// unit, a column a form: Mẫu 01), figures (rows and columns of fixed meaning that count
// no awards: 0601, 0604, 0605) or people (a row somebody who is given nothing: a delegate,
// an exemplar). Lists of people have the columns of lists of awards; so one is told by a
// line that begins with one of its "titles", speaks of one of "about" from there down, has
// none of "not_titles" there and no column of the fields "never". "titles" are words above the table that speak for the
// form, "evidence" fields of which a list must have one, or words of commendation above it.
// "extends" takes the fields of a <name>.base.json that the layout has not itself.
//
// Each of "fields" is a column by its "code" and "headers". A header is compared without
// case, accents, punctuation and brackets, and accents win where two would fit. "a > b" is
// b under the heading a; levels between and above may be left out. "*" is any header, one
// level or several: the name of a form. A header that begins with "?" claims a column only
// where nothing else does; the header "" is the column without one. "required" fields, and
// one of those in "one_of", tell the layout from others. What a column means:
//
//	forms        each such column is a form, which its headers name (forms_across, units_down)
//	measure      what its figures count; also: measures that they count under besides.
//	             proposal_count is what was proposed and not decided: never awards
//	achievement  their type of achievement
//	recipient    whom they count: collective, household, individual. Under forms_across it
//	             crosses with the recipients of the rows
//	part_of      the field that they are a part of, and never outgrow
//	total        a printed sum of the row: compared, never added
//	ratio        a printed share: never counted
//	ratio_of     the fields of its part and of its whole, as in 7=6:3; the share is worked
//	             out again from the counts that they have in the row
//	more         headers under which the cell of a name holds position and workplace too
//	left         known and left aside, with the reason as a stable code
//
// "crossed" spells out columns that stand alike under several headings: its "columns"
// (fields, whose codes go behind those of the section: dot_xuat_count) under each heading
// of its "sections" (code, headers, achievement). A column header "" is the heading itself
// without anything beneath it; "*" in part_of and in ratio_of is the code of the section.
//
// Each of "row_measures" is a row of fixed meaning by its "labels", by "row_code" where the
// label is blank or cut short, and by words of the "section" heading where several rows have
// the label. It has measure, achievement, part_of and total as columns have;
// "recipients" names the columns in which it has figures at all ("Cá nhân" has none under
// "Tập thể"); "breakdown" says what its figures split the whole by when they are only
// checked against it (who proposed).
//
// Under figures the "measure" of a column is what is counted (movements, bodies, staff), its code the
// column's meaning, and the "measure" of a row is the row's meaning; "breakdown" is the section
// that splits the row without one, the total. Such a table must have its title or number above
// it, for staff and bodies are counted elsewhere in rows and columns of the same names.
//
// Where no column and no row counts awards, the kinds of recipient add up to them.
//
// # The empty form
//
// "empty_form" says how the form looks that offices are given (tdkt template): "title", "numbers" by year, "columns" by field
// and, where it is not the first, "header"; "families" and "levels" choose the award forms that are its rows or columns;
// "rows" are measures that stand in it without a code, "sections" the headings over its rows. It bears a mark (MarkOf), by which
// RecogniseAll knows it again before headings are guessed; its fingerprint (Print) covers what stands in it and nothing else.
//
// # What is answered and not read
//
// A column that no field claims is asked about when it holds something (column-unknown); a
// sheet that fits no layout is answered by the nearest, what it lacks and the row that
// looks like a header (layout-unknown); two tables beside one another are refused at the
// second (Table.Beside). Tables beneath one another are read each by its own header; a
// sheet without a title goes on where the sheet before it ended, one without a header too
// where every column and the numbering agree (Continue).
package layout

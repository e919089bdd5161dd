package shell

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"tdkt/queries/door"
	"tdkt/queries/door/format"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// Options of a session.
type Options struct {
	Lang    string        // vi (also when empty) or en
	Format  format.Format // of the answers; table when empty
	MaxRows int           // shown of each answer in a table; 0 is all
}

// errExit ends the session as asked.
var errExit = errors.New("exit")

type session struct {
	door *door.Door
	out  io.Writer
	opt  Options
}

func newSession(d *door.Door, out io.Writer, o Options) *session {
	if o.Format == "" {
		o.Format = format.Table
	}
	return &session{door: d, out: out, opt: o}
}

// Script runs the statements of in and writes their answers to out. The last needs no
// semicolon. It stops at the first fault with the line that the statement begins on.
func Script(ctx context.Context, d *door.Door, in io.Reader, out io.Writer, o Options) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	s := newSession(d, out, o)
	if s.opt.Format.Binary() {
		return fmt.Errorf("format %s: the shell writes to the terminal; want table, csv or json", o.Format)
	}
	if err := s.script(ctx, string(text)); !errors.Is(err, errExit) {
		return err
	}
	return nil
}

// script goes through the text; a command begins a line and takes the whole of it.
func (s *session) script(ctx context.Context, text string) error {
	for line := 1; ; {
		rest := strings.TrimLeft(text, " \t\r\n")
		line += strings.Count(text[:len(text)-len(rest)], "\n")
		if rest == "" {
			return nil
		}
		first, after, _ := strings.Cut(rest, "\n")
		switch {
		case strings.HasPrefix(rest, "--"):
			line, text = line+1, after
		case isCommand(first):
			if err := s.command(ctx, strings.TrimSpace(first)); err != nil {
				return atLine(line, err)
			}
			line, text = line+1, after
		default:
			one, n := door.First(rest)
			if one.Text != "" {
				if err := s.run(ctx, one.Text); err != nil {
					return atLine(line+one.Line-1, err)
				}
			}
			line += strings.Count(rest[:n], "\n")
			text = rest[n:]
		}
	}
}

func atLine(line int, err error) error {
	if errors.Is(err, errExit) {
		return err
	}
	return fmt.Errorf("line %d: %w", line, err)
}

func (s *session) run(ctx context.Context, statement string) error {
	t, err := s.door.SQL(ctx, statement)
	if err != nil {
		return err
	}
	return s.show(t)
}

func (s *session) show(t table.Table) error {
	return format.Write(s.out, t, s.opt.Format, format.Options{Lang: s.opt.Lang, MaxRows: s.opt.MaxRows})
}

func isCommand(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), ".") }

// command runs one of the shell's own commands.
func (s *session) command(ctx context.Context, line string) error {
	words := strings.Fields(strings.TrimSuffix(line, ";"))
	name, args := words[0], words[1:]
	switch {
	case name == ".exit" || name == ".quit":
		return errExit
	case name == ".help":
		_, err := io.WriteString(s.out, help.In(s.opt.Lang))
		return err
	case name == ".tables" && len(args) == 0:
		return s.tables(ctx)
	case name == ".schema" && len(args) == 1:
		return s.schema(ctx, args[0])
	case name == ".queries" && len(args) == 0:
		return s.queries()
	}
	return fmt.Errorf("%s: no such command; .help lists them", line)
}

var help = table.Text{
	VI: `Gõ một câu SQL chỉ đọc, kết thúc bằng dấu ; (câu có thể dài nhiều dòng).
.tables        các bảng đã công bố
.schema BẢNG   các cột của một bảng
.queries       các truy vấn có sẵn (chạy bằng: tdkt query TÊN)
.exit          thoát
`,
	EN: `Type one SQL statement that only reads and end it with ; (it may go over several lines).
.tables        the published tables
.schema TABLE  the columns of a table
.queries       the named queries (run with: tdkt query NAME)
.exit          leave
`,
}

func (s *session) tables(ctx context.Context) error {
	relations, err := s.door.Relations(ctx)
	if err != nil {
		return err
	}
	out := table.Table{Columns: []table.Column{
		{Name: "table_name", Title: table.Text{VI: "Bảng", EN: "Table"}},
		{Name: "column_count", Title: table.Text{VI: "Số cột", EN: "Columns"}, Kind: table.KindInt},
	}}
	for r := range relations.Rows {
		name := relations.Text(r, "table_name")
		if n := len(out.Rows); n == 0 || out.Rows[n-1][0] != name {
			out.Rows = append(out.Rows, []any{name, int64(0)})
		}
		last := out.Rows[len(out.Rows)-1]
		last[1] = last[1].(int64) + 1
	}
	return s.show(out)
}

func (s *session) schema(ctx context.Context, name string) error {
	relations, err := s.door.Relations(ctx)
	if err != nil {
		return err
	}
	out := table.Table{Columns: []table.Column{
		{Name: "column_name", Title: table.Text{VI: "Cột", EN: "Column"}},
		{Name: "data_type", Title: table.Text{VI: "Kiểu", EN: "Type"}},
	}}
	for r := range relations.Rows {
		if strings.EqualFold(relations.Text(r, "table_name"), name) {
			out.Rows = append(out.Rows, []any{relations.Text(r, "column_name"), relations.Text(r, "data_type")})
		}
	}
	if len(out.Rows) == 0 {
		return fmt.Errorf("%s: no such table; .tables lists them", name)
	}
	return s.show(out)
}

func (s *session) queries() error {
	all, err := library.All()
	if err != nil {
		return err
	}
	return s.show(library.List(all))
}

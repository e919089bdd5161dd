package door

import (
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strings"

	duckdb "github.com/duckdb/duckdb-go/v2"
)

// Statement is one statement of a script and the line it begins on, counted from 1.
type Statement struct {
	Text string
	Line int
}

// First is the first statement of a script and how many bytes it takes with its semicolon; where
// there is none it takes the whole. The statement is empty where only blanks and comments stand.
func First(script string) (s Statement, taken int) {
	end := endOf(script)
	return statementAt(script, 0, end), min(end+1, len(script))
}

// endOf is where the semicolon of the first statement stands, or the length of the script.
func endOf(script string) int {
	i := 0
	for i < len(script) && script[i] != ';' {
		i += lexeme(script[i:])
	}
	return i
}

// Split takes a script apart at the semicolons that end statements; rest is what follows the
// last one (it may be in the middle of a text or a comment).
func Split(script string) (statements []Statement, rest Statement) {
	start := 0
	for {
		end := start + endOf(script[start:])
		s := statementAt(script, start, end)
		if end == len(script) {
			return statements, s
		}
		if s.Text != "" {
			statements = append(statements, s)
		}
		start = end + 1
	}
}

// statementAt is script[from:to] without the blanks and comments around it.
func statementAt(script string, from, to int) Statement {
	for from < to {
		n := lexeme(script[from:to])
		if !blank(script[from : from+n]) {
			break
		}
		from += n
	}
	return Statement{
		Text: strings.TrimSpace(script[from:to]),
		Line: 1 + strings.Count(script[:from], "\n"),
	}
}

func blank(lex string) bool {
	return strings.TrimSpace(lex) == "" || strings.HasPrefix(lex, "--") || strings.HasPrefix(lex, "/*")
}

var dollarTag = regexp.MustCompile(`^\$([A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*)?\$`)

// lexeme is the length of the text, quoted name, comment or byte that s begins with.
func lexeme(s string) int {
	switch {
	case strings.HasPrefix(s, "--"):
		return upTo(s, 2, "\n")
	case strings.HasPrefix(s, "/*"):
		return upTo(s, 2, "*/")
	case s[0] == '\'' || s[0] == '"':
		return upTo(s, 1, s[:1]) // a doubled quote reads as two texts side by side
	case s[0] == '$':
		if tag := dollarTag.FindString(s); tag != "" {
			return upTo(s, len(tag), tag)
		}
	}
	return 1
}

func upTo(s string, from int, end string) int {
	if i := strings.Index(s[from:], end); i >= 0 {
		return from + i + len(end)
	}
	return len(s)
}

// one takes the single statement out of what was typed.
func one(text string) (string, error) {
	statements, rest := Split(text)
	if rest.Text != "" {
		statements = append(statements, rest)
	}
	switch len(statements) {
	case 0:
		return "", errors.New("no statement; want one SELECT")
	case 1:
		return statements[0].Text, nil
	}
	return "", fmt.Errorf("%d statements, the second on line %d; want one", len(statements), statements[1].Line)
}

// setsState names functions that change the engine though they stand in a SELECT.
var setsState = regexp.MustCompile(`(?i)\b(enable_logging|disable_logging|truncate_duckdb_logs|enable_profiling|disable_profiling|write_log|checkpoint|force_checkpoint)\b\s*\(`)

// onlyReads refuses what is not one statement that reads. Nothing is executed for it.
func onlyReads(conn *sql.Conn, statement string) error {
	if m := setsState.FindStringSubmatch(statement); m != nil {
		return fmt.Errorf("%s changes the engine; only statements that read are run here", m[1])
	}
	var kind duckdb.StmtType
	err := conn.Raw(func(c any) error {
		// Prepare refuses several statements, which PrepareContext would run.
		s, err := c.(*duckdb.Conn).Prepare(statement)
		if err != nil {
			return err
		}
		kind, err = s.(*duckdb.Stmt).StatementType()
		return errors.Join(err, s.Close())
	})
	if err != nil {
		if strings.Contains(err.Error(), "multi-statement") {
			return errors.New("PIVOT needs the values named: pivot … on column in (…); or write sum(x) filter (where …)")
		}
		return clean(err)
	}
	switch kind {
	case duckdb.STATEMENT_TYPE_SELECT, duckdb.STATEMENT_TYPE_EXPLAIN:
		return nil
	}
	word, _, _ := strings.Cut(strings.ToUpper(statement), " ")
	return fmt.Errorf("%s is not run here: the published copy is only read; want SELECT, FROM, VALUES, SHOW, DESCRIBE or EXPLAIN", strings.TrimSpace(word))
}

// clean gives the engine's own words, which name the place, without the layers around them.
func clean(err error) error {
	var e *duckdb.Error
	if errors.As(err, &e) {
		return &SQLError{Msg: strings.TrimSpace(e.Msg), cause: err}
	}
	return err
}

// SQLError is a fault of the statement or of the engine in the engine's words.
type SQLError struct {
	Msg   string
	cause error
}

func (e *SQLError) Error() string { return e.Msg }

// Unwrap gives the driver's error.
func (e *SQLError) Unwrap() error { return e.cause }

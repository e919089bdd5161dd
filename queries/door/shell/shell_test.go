package shell

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"
	"github.com/peterh/liner"

	"tdkt/queries/door"
	"tdkt/queries/door/format"
)

func openDoor(t *testing.T) *door.Door {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pub.duckdb")
	db, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("create table mart_form_year (award_year integer, award_count bigint); insert into mart_form_year values (2025, 12)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := door.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func TestScript(t *testing.T) {
	d := openDoor(t)
	for _, c := range []struct{ shows, script, out, fault string }{
		{"statements over several lines, the last without a semicolon", "select\n 1 as a;\n-- note;\nselect ';' as b",
			"a\n1\n", ""},
		{"it stops at the first fault and names the line", "select 1 as a;\n\n/* x\n */ select\nnothing;\nselect 2", "a\n1\n", "line 4: "},
		{"a command that is none", "select 1 as a;\n.tabels\n", "a\n1\n", "line 2: .tabels: no such command"},
		{"exit ends it without a fault", ".exit\nselec", "", ""},
		{"a statement that writes", "\ndrop table mart_form_year;", "", "line 2: DROP is not run here"},
		{"tables", ".tables", "table_name,column_count\nmart_form_year,2\n", ""},
		{"the columns of one", "-- c\n.schema MART_form_year\n", "column_name,data_type\naward_year,INTEGER\naward_count,BIGINT\n", ""},
		{"the columns of none", ".schema x", "", "line 1: x: no such table"},
		{"only comments", "-- nothing\n/* at all */", "", ""},
	} {
		var out bytes.Buffer
		err := Script(context.Background(), d, strings.NewReader(c.script), &out, Options{Format: format.CSV})
		got := strings.ReplaceAll(out.String(), "\r\n", "\n")
		if !strings.HasPrefix(got, c.out) || c.out == "" && got != "" {
			t.Errorf("%s: out %q, want %q", c.shows, got, c.out)
		}
		if (err == nil) != (c.fault == "") || err != nil && !strings.HasPrefix(err.Error(), c.fault) {
			t.Errorf("%s: fault %v, want %q", c.shows, err, c.fault)
		}
	}
}

func TestCommandsSayWhatThereIs(t *testing.T) {
	d := openDoor(t)
	for lang, want := range map[string][]string{
		"vi": {"Truy vấn", "by-beneficiary", "Đối tượng được khen thưởng", ".tables"},
		"en": {"Query", "by-beneficiary", "Beneficiaries by year", ".tables"},
	} {
		var out bytes.Buffer
		if err := Script(context.Background(), d, strings.NewReader(".queries\n.help\n"), &out, Options{Lang: lang}); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: no %q in\n%s", lang, w, out.String())
			}
		}
		if strings.Contains(out.String(), "cube-award") {
			t.Error("feeds are listed")
		}
	}
}

// typist plays a person at the prompt.
type typist struct {
	lines   []string
	prompts []string
	history []string
}

func (p *typist) Prompt(prompt string) (string, error) {
	p.prompts = append(p.prompts, prompt)
	if len(p.lines) == 0 {
		return "", io.EOF
	}
	line := p.lines[0]
	p.lines = p.lines[1:]
	if line == "^C" {
		return "", liner.ErrPromptAborted
	}
	return line, nil
}

func (p *typist) AppendHistory(line string) { p.history = append(p.history, line) }

func TestTalkGoesOnAfterAFault(t *testing.T) {
	d := openDoor(t)
	p := &typist{lines: []string{"selec 1;", "select", "award_count as n", "from mart_form_year;", "select 'half", "^C", ".nothing", "select 7 as seven;", ".exit", "select 8"}}
	var out, errs bytes.Buffer
	if err := talk(context.Background(), d, p, &out, &errs, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(out.String()); strings.Join(got, " ") != "n ── 12 seven ───── 7" {
		t.Errorf("out %q", out.String())
	}
	if !strings.Contains(errs.String(), "syntax error") || !strings.Contains(errs.String(), ".nothing: no such command") {
		t.Errorf("errs %q", errs.String())
	}
	if got := strings.Join(p.prompts[:6], "|"); got != "tdkt> |tdkt> |  ... |  ... |tdkt> |  ... " {
		t.Errorf("prompts %q", got)
	}
	if len(p.history) != 8 || len(p.lines) != 1 {
		t.Errorf("history %q, left %q", p.history, p.lines)
	}
}

func TestTalkEndsWithTheInputOrTheContext(t *testing.T) {
	d := openDoor(t)
	if err := talk(context.Background(), d, &typist{}, io.Discard, io.Discard, Options{}); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := talk(ctx, d, &typist{lines: []string{"select 1;"}}, io.Discard, io.Discard, Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

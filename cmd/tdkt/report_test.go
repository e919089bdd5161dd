package main

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/charts/ooxml"
	"tdkt/charts/report"
	"tdkt/cmd/internal/office"
)

// reportOf writes a report over a warehouse and gives its path.
func reportOf(t *testing.T, db string, args ...string) string {
	t.Helper()
	a := mustCall(t, exitDone, append([]string{"report", "--db", db, "--out", t.TempDir(), "--quiet"}, args...)...)
	return strings.Split(a.out, "\n")[0] // the forms of the year stand after it
}

// partsOf are the parts of a package.
func partsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	r, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	parts := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		in.Close()
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// edited is a copy of a document whose text somebody changed.
func edited(t *testing.T, path string, edit func(text string) string) string {
	t.Helper()
	parts := partsOf(t, path)
	was := parts["word/document.xml"]
	parts["word/document.xml"] = edit(was)
	if parts["word/document.xml"] == was {
		t.Fatal("the edit changed nothing")
	}
	return packed(t, parts)
}

func packed(t *testing.T, parts map[string]string) string {
	t.Helper()
	raw := map[string][]byte{}
	for name, text := range parts {
		raw[name] = []byte(text)
	}
	content, err := ooxml.Pack(raw)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "sua.docx")
	if err := os.WriteFile(out, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return out
}

// controlAt is the control of a number of the text: where it begins and ends.
func controlAt(t *testing.T, text string, no int) (from, to int) {
	t.Helper()
	at := strings.Index(text, fmt.Sprintf(`<w:alias w:val="tdkt %d"/>`, no))
	if at < 0 {
		t.Fatalf("no number %d", no)
	}
	from = strings.LastIndex(text[:at], "<w:sdt>")
	return from, at + strings.Index(text[at:], "</w:sdt>") + len("</w:sdt>")
}

// around is the element of a name around a place.
func around(text, name string, at int) (from, to int) {
	from = max(strings.LastIndex(text[:at], "<"+name+">"), strings.LastIndex(text[:at], "<"+name+" "))
	return from, at + strings.Index(text[at:], "</"+name+">") + len("</"+name+">")
}

var shown = regexp.MustCompile(`(<w:t xml:space="preserve">)([^<]*)(</w:t>)`)

// told is what is said of a number, as a test writes it.
type told struct {
	Status report.Status
	No     int
	Found  string
	Note   string // copy, pending
}

// verdicts verifies a document and gives what is not plainly equal.
func verdicts(t *testing.T, db, path string, flags ...string) (all []told, v office.Verified) {
	t.Helper()
	a := call(t, append([]string{"verify", path, "--format", "json", "--db", db, "--quiet"}, flags...)...)
	if err := json.Unmarshal([]byte(a.out), &v); err != nil {
		t.Fatalf("%v: %s%s", err, a.out, a.err)
	}
	if want := map[bool]int{true: exitFaults, false: exitDone}[v.Differs()]; a.code != want {
		t.Errorf("exit code %d, want %d", a.code, want)
	}
	return notEqual(t, v.Numbers), v
}

// notEqual are the verdicts that are more than equal.
func notEqual(t *testing.T, numbers []report.Verdict) (all []told) {
	t.Helper()
	for _, n := range numbers {
		note := ""
		if n.Copy {
			note += "copy"
		}
		if n.Pending {
			note += "pending"
		}
		if n.Status != report.Equal || note != "" {
			all = append(all, told{n.Status, n.No, n.Found, note})
		}
		if n.Sentence == "" {
			t.Errorf("%+v has no sentence", n)
		}
	}
	return all
}

// TestReportEdited guards the verdicts over a report that people edited in every way that came to mind. A wrong number that passes
// for right is signed; a right one called wrong teaches people not to look.
func TestReportEdited(t *testing.T) {
	db, _ := samplesRun(t)
	path := reportOf(t, db, "--year", "2025")
	text := partsOf(t, path)["word/document.xml"]
	asMade, err := report.Open(fileBytes(t, path), nil)
	if err != nil {
		t.Fatal(err)
	}
	of := figuresOf(t, db, asMade.IDs()) // asked once: the command asks anew each time
	const no = 3                         // all awards of the year, in the first sentence
	numberIn := func(s string, n int) string {
		from, to := controlAt(t, s, n)
		return shown.FindStringSubmatch(s[from:to])[2]
	}
	was := numberIn(text, no)
	if was != "1.379" {
		t.Fatalf("number %d is %s", no, was)
	}
	inside := func(s string, n int, edit func(control string) string) string {
		from, to := controlAt(t, s, n)
		return s[:from] + edit(s[from:to]) + s[to:]
	}
	swap := func(old, put string) func(string) string {
		return func(s string) string {
			return inside(s, no, func(c string) string { return strings.Replace(c, old, put, 1) })
		}
	}
	paragraph := func(s string) (from, to int) {
		at, _ := controlAt(t, s, no)
		return around(s, "w:p", at)
	}
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	sentence := func(words string) func(string) string { // at the end of the first sentence's paragraph
		return func(s string) string {
			_, to := paragraph(s)
			return s[:to-len("</w:p>")] + run(" "+words) + s[to-len("</w:p>"):]
		}
	}
	paragraphNumbers := func(s string) (all []int) {
		for _, m := range regexp.MustCompile(`w:val="tdkt (\d+)"`).FindAllStringSubmatch(s, -1) {
			var n int
			fmt.Sscan(m[1], &n)
			all = append(all, n)
		}
		return all
	}
	from, to := paragraph(text)
	inParagraph := paragraphNumbers(text[from:to])
	rowAt, _ := controlAt(t, text, 40)
	rowFrom, rowTo := around(text, "w:tr", rowAt)
	inRow := paragraphNumbers(text[rowFrom:rowTo])
	if len(inParagraph) < 3 || len(inRow) < 3 {
		t.Fatalf("paragraph %v, row %v", inParagraph, inRow)
	}
	each := func(s report.Status, numbers []int, note string, twice bool) (all []told) {
		for _, n := range numbers {
			found := numberIn(text, n)
			if s == report.Missing {
				found = ""
			}
			all = append(all, told{s, n, found, note})
		}
		if twice {
			all = append(all, all...)
		}
		return all
	}
	for _, c := range []struct {
		shows string
		edit  func(string) string
		want  []told
	}{
		{"unedited", nil, nil},
		{"a number changed", swap(was, "1.400"), []told{{report.Changed, no, "1.400", ""}}},
		{"a sentence moved to the end", func(s string) string {
			from, to := paragraph(s)
			p, rest := s[from:to], s[:from]+s[to:]
			end := strings.LastIndex(rest, "<w:sectPr>")
			return rest[:end] + p + rest[end:]
		}, nil},
		{"a row deleted", func(s string) string { return s[:rowFrom] + s[rowTo:] }, each(report.Missing, inRow, "", false)},
		{"a number typed in", sentence("Ngoài ra có 57 tập thể."), []told{{report.Unbound, 0, "57", ""}}},
		{"days, laws and headings typed in", sentence("Theo Nghị định số 152/2025/NĐ-CP ngày 14/6/2025, Điều 5, trong 5 năm 2021-2025, lần thứ 11."), nil},
		{"the control taken away, the number left", func(s string) string { return inside(s, no, func(string) string { return run(was) }) }, []told{{report.Unbound, no, was, ""}}},
		{"the control taken away and the number changed", func(s string) string { return inside(s, no, func(string) string { return run("1.380") }) },
			[]told{{report.Unbound, 0, "1.380", ""}, {report.Missing, no, "", ""}}},
		{"the number erased", func(s string) string { return inside(s, no, func(string) string { return "" }) }, []told{{report.Missing, no, "", ""}}},
		{"the number erased, its control left", swap("<w:text/>", "<w:showingPlcHdr/><w:text/>"), []told{{report.Missing, no, "", ""}}},
		{"a change accepted", swap(run(was), `<w:r w:rsidR="00AA1122"><w:t>1.401</w:t></w:r>`), []told{{report.Changed, no, "1.401", ""}}},
		{"a change that nobody accepted", swap(run(was), `<w:del w:id="901" w:author="x"><w:r><w:delText>1.379</w:delText></w:r></w:del><w:ins w:id="902" w:author="x"><w:r><w:t>1.402</w:t></w:r></w:ins>`),
			[]told{{report.Changed, no, "1.402", "pending"}}},
		{"a sentence struck out, not accepted", func(s string) string {
			from, to := paragraph(s)
			start := from + strings.Index(s[from:], "</w:pPr>") + len("</w:pPr>")
			gone := strings.NewReplacer("<w:t ", "<w:delText ", "</w:t>", "</w:delText>").Replace(s[start : to-len("</w:p>")])
			return s[:start] + `<w:del w:id="903" w:author="x">` + gone + `</w:del>` + s[to-len("</w:p>"):]
		}, each(report.Missing, inParagraph, "pending", false)},
		{"a row struck out, not accepted", func(s string) string {
			return s[:rowFrom] + strings.Replace(s[rowFrom:rowTo], "<w:cantSplit/>", `<w:cantSplit/><w:del w:id="904" w:author="x"/>`, 1) + s[rowTo:]
		}, each(report.Missing, inRow, "pending", false)},
		{"a sentence moved, not accepted", func(s string) string {
			from, to := paragraph(s)
			start := from + strings.Index(s[from:], "</w:pPr>") + len("</w:pPr>")
			content := s[start : to-len("</w:p>")]
			return s[:start] + `<w:moveFrom w:id="905" w:author="x">` + content + `</w:moveFrom></w:p><w:p><w:moveTo w:id="906" w:author="x">` + content + `</w:moveTo></w:p>` + s[to:]
		}, each(report.Equal, inParagraph, "pending", false)},
		{"restyled, the point between thousands left out", swap(run(was), `<w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>1379</w:t></w:r>`), nil},
		{"split into runs", swap(run(was), `<w:r><w:t>1</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:i/></w:rPr><w:t>.3</w:t></w:r><w:r><w:t>79</w:t></w:r>`), nil},
		{"a number copied into a sentence of people", func(s string) string {
			from, to := controlAt(t, s, no)
			_, end := paragraph(s)
			return s[:end] + `<w:p>` + run("Nhắc lại: ") + s[from:to] + run(" lượt.") + `</w:p>` + s[end:]
		}, each(report.Equal, []int{no}, "copy", true)},
		{"a paragraph twice", func(s string) string { from, to := paragraph(s); return s[:to] + s[from:to] + s[to:] }, each(report.Equal, inParagraph, "copy", true)},
		{"a row typed in", func(s string) string {
			row := regexp.MustCompile(`<w:sdt>.*?</w:sdt>`).ReplaceAllString(s[rowFrom:rowTo], run("12"))
			return s[:rowTo] + row + s[rowTo:]
		}, slices.Repeat([]told{{report.Unbound, 0, "12", ""}}, len(inRow))},
		{"a number of another report", func(s string) string {
			return inside(s, no, func(c string) string {
				return regexp.MustCompile(`tdkt:3:[0-9a-f]{10}`).ReplaceAllString(c, "tdkt:3:0123456789")
			})
		}, []told{{report.Unbound, no, was, ""}}},
		{"a number inside a control of people's own", swap(run(was), `<w:sdt><w:sdtPr><w:alias w:val="của tôi"/></w:sdtPr><w:sdtContent>`+run(was)+`</w:sdtContent></w:sdt>`), nil},
		{"the sentence reworded around it", func(s string) string {
			return strings.Replace(s, "toàn tỉnh có", "trên địa bàn tỉnh đã có tất cả", 1)
		}, nil},
	} {
		t.Run(c.shows, func(t *testing.T) {
			file := path
			if c.edit != nil {
				file = edited(t, path, c.edit)
			}
			doc, err := report.Open(fileBytes(t, file), nil)
			if err != nil {
				t.Fatal(err)
			}
			numbers := doc.Verify(of, &asMade.Binding)
			if d := cmp.Diff(c.want, notEqual(t, numbers)); d != "" {
				t.Error(d)
			}
			if len(numbers) < 1000 {
				t.Errorf("%d numbers only", len(numbers))
			}
		})
	}
}

// TestReportInAnotherDocument guards the way most reports go: the text is put into the board's own document, which has no binding.
func TestReportInAnotherDocument(t *testing.T) {
	db, _ := samplesRun(t)
	path := reportOf(t, db, "--year", "2025")
	parts := partsOf(t, path)
	delete(parts, "customXml/item1.xml")
	pasted := packed(t, parts)
	if a := mustCall(t, exitMisuse, "verify", pasted, "--db", db); !strings.Contains(a.err, "--from") {
		t.Errorf("not told of --from: %s", a.err)
	}
	if got, v := verdicts(t, db, pasted, "--from", path); got != nil || len(v.Numbers) < 1000 {
		t.Errorf("%d numbers; %v", len(v.Numbers), got)
	}
	changed := edited(t, pasted, func(s string) string { return strings.Replace(s, ">1.379<", ">1.397<", 1) })
	if got, _ := verdicts(t, db, changed, "--from", path); !cmp.Equal(got, []told{{report.Changed, 3, "1.397", ""}}) {
		t.Errorf("changed, yet %v", got)
	}
	mustCall(t, exitDone, "verify", changed, "--from", path, "--refresh", "--db", db, "--quiet")
	if got, _ := verdicts(t, db, changed, "--from", path); got != nil {
		t.Errorf("renewed, yet %v", got)
	}
}

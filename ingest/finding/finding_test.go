package finding

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func notWhole(cell string) Finding {
	return Finding{
		Code:     "count-not-whole",
		At:       Place{File: "so-y-te.xlsx", Sheet: "Biểu 2", Cell: cell},
		Severity: Error,
		Got:      "1,5",
		Want:     Text{VI: "số nguyên", EN: "a whole number"},
		Mend:     Text{VI: "mỗi dòng đếm số lượt khen thưởng", EN: "each row counts awards"},
	}
}

func TestLine(t *testing.T) {
	file := Finding{
		Code: "file-empty", At: Place{File: "a.csv"}, Severity: Error,
		Mend: Text{VI: "kiểm tra lại tệp", EN: "look at the file"},
	}
	hostile := notWhole("D17")
	hostile.Got = "a\x1b[31m\n\"b\"\u202e" + strings.Repeat("ô", 200)
	cases := []struct {
		what, lang, want string
		f                Finding
	}{
		{
			"as the house shows it", "vi",
			`so-y-te.xlsx, sheet "Biểu 2", ô D17: thấy "1,5", cần số nguyên; mỗi dòng đếm số lượt khen thưởng [count-not-whole]`,
			notWhole("D17"),
		},
		{
			"in English", "en",
			`so-y-te.xlsx, sheet "Biểu 2", cell D17: found "1,5", expected a whole number; each row counts awards [count-not-whole]`,
			notWhole("D17"),
		},
		{"a whole file", "vi", `a.csv: kiểm tra lại tệp [file-empty]`, file},
		{
			"text from outside stays on its line", "en",
			`so-y-te.xlsx, sheet "Biểu 2", cell D17: found "a [31m ""b""` + strings.Repeat("ô", 110) +
				`…", expected a whole number; each row counts awards [count-not-whole]`,
			hostile,
		},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, c.f.Line(c.lang)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestJSONHasTheKeysOfTheContract(t *testing.T) {
	f := notWhole("D17")
	f.Got = "<b>\"1\n5\""
	b, err := f.JSON("vi")
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(b), "\n\r") {
		t.Errorf("more than a line: %s", b)
	}
	var got map[string]string
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"file": "so-y-te.xlsx", "sheet": "Biểu 2", "cell": "D17", "code": "count-not-whole",
		"severity": "error", "got": "<b>\"1\n5\"", "want": "số nguyên", "mend": "mỗi dòng đếm số lượt khen thưởng",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A report that comes in another order each time cannot be compared with yesterday's.
func TestSortIsOneOrder(t *testing.T) {
	at := func(file, sheet, cell string, code Code) Finding {
		return Finding{At: Place{File: file, Sheet: sheet, Cell: cell}, Code: code}
	}
	want := []Finding{
		at("a", "", "", "z"),
		at("a", "1", "", "z"),
		at("a", "1", "B2", "z"),
		at("a", "1", "Z2", "z"),
		at("a", "1", "AA2", "a"),
		at("a", "1", "AA2", "b"),
		at("a", "1", "A10", "a"),
		at("b", "", "", "a"),
	}
	for range 50 {
		got := slices.Clone(want)
		rand.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestLinesTellTwentyOfAKind(t *testing.T) {
	var fs []Finding
	for row := 331; row > 0; row-- {
		fs = append(fs, notWhole(fmt.Sprintf("D%d", row)))
	}
	other := notWhole("E1")
	other.Code = "cell-error"
	fs = append(fs, other)
	got := Lines(fs, "en")
	if len(got) != 22 {
		t.Fatalf("%d lines, want 20 of a kind, how many more, and the other kind", len(got))
	}
	if want := "so-y-te.xlsx: and 311 more [count-not-whole]"; got[21] != want {
		t.Errorf("got %q, want %q", got[21], want)
	}
	if !strings.Contains(got[0], "D1:") || !strings.Contains(got[1], "E1:") {
		t.Errorf("not in order: %q", got[:2])
	}
}

func TestWorst(t *testing.T) {
	if w := Worst(nil); w != "" {
		t.Errorf("nothing is %q", w)
	}
	if w := Worst([]Finding{{Severity: Query}, {Severity: Error}, {Severity: Warning}}); w != Error {
		t.Errorf("worst is %q", w)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("a\nb", "D17", "\u202e\x00")
	f.Fuzz(func(t *testing.T, got, cell, file string) {
		x := Finding{Code: "c", At: Place{File: file, Cell: cell}, Got: got}
		for _, lang := range []string{"vi", "en"} {
			if strings.ContainsAny(x.Line(lang), "\n\r\x1b") {
				t.Errorf("%q", x.Line(lang))
			}
			if b, err := x.JSON(lang); err != nil || !json.Valid(b) {
				t.Errorf("%s: %v", b, err)
			}
		}
		Compare(x, x)
	})
}

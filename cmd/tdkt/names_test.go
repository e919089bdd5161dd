package main

import (
	"database/sql"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// The pages go to readers who have no business with the people in the returns, and are opened where there is no network: they name
// no person and ask no host, be it in the page of the board, that of a unit, a picture, or the summary workbook; packed figures are looked into too.
func TestPagesNameNobodyAndNoHost(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: an interpreter draws the pages of all units")
	}
	warehouse, out := samplesRun(t)
	db, err := sql.Open("duckdb", warehouse+"?access_mode=read_only")
	if err != nil {
		t.Fatal(err)
	}
	// of all rows, also those of returns that were refused or held
	names := personNames{}
	for _, r := range asked(t, db, "select distinct recipient_name from raw_award where recipient_kind = 'individual' and recipient_name like '% %'") {
		names.add(r[0])
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if len(names) < 500 {
		t.Fatalf("only %d names in the samples", len(names))
	}
	person := slices.Sorted(maps.Keys(names))[0]
	if names.in("<td>"+person+"</td>") != person || foreignHost("fetch('//CDN.Example.org/a.js')") == "" || foreignHost(`<a href="www.example">`) == "" || foreignHost(licences[0]) == "" {
		t.Fatal("a name or a host would not be found")
	}
	dir := t.TempDir()
	mustCall(t, exitDone, "dashboard", "--db", warehouse, "--out", dir, "--svg", filepath.Join(dir, "svg"), "--quiet")
	mustCall(t, exitDone, "dashboard", "--db", warehouse, "--out", dir, "--unit", "all", "--quiet")
	files, scanned := map[string]int{}, map[string]bool{}
	scan := func(path, text string) {
		if scanned[text] { // the scripts of all pages are the same
			return
		}
		scanned[text] = true
		if found := names.in(text); found != "" {
			t.Errorf("%s names %s", filepath.Base(path), found)
		}
		if found := foreignHost(text); found != "" {
			t.Errorf("%s names a host: %s", filepath.Base(path), found)
		}
	}
	look := func(path, kind string) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range packedPart.FindAllSubmatch(content, -1) {
			scan(path, plainEscapes(string(unpacked(t, content, string(m[1])))))
			files["packed part of a "+kind]++
		}
		scan(path, html.UnescapeString(string(packedPart.ReplaceAll(content, nil))))
		files[kind]++
	}
	look(filepath.Join(out, "index.html"), "page")
	for pattern, kind := range map[string]string{"index.html": "page", "don-vi/*.html": "page of a unit", "svg/*.svg": "picture"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			look(path, kind)
		}
	}
	for _, lang := range []string{"vi", "en"} {
		for name, text := range partsOf(t, summaryOf(t, warehouse, "--year", "2025", "--lang", lang)) {
			if found := names.in(text); found != "" {
				t.Errorf("the summary workbook, %s, names %s", name, found)
			}
			files["part of a workbook"]++
		}
	}
	told := runPage(t, filepath.Join(out, "index.html"), `JSON.stringify([data, places.returns, places.sheets, places.columns, places.patterns])`)
	if found := names.in(told); found != "" || !strings.Contains(told, "r-25-") && !strings.Contains(told, ".xlsx") {
		t.Errorf("what the page unpacks names %q, or no file", found)
	}
	if files["part of a workbook"] < 60 || files["page of a unit"] < 100 || files["packed part of a page"] < 8 || files["picture"] < 12 {
		t.Errorf("only %v were looked through", files)
	}
	t.Logf("%d names, %v", len(names), files)
}

// packedPart is an element that holds one packed text.
var packedPart = regexp.MustCompile(`id="(tdkt-[a-z]+)">"[A-Za-z0-9&#;+/=\\]+"</script>`)

// plainEscapes writes the letters that stand as \uXXXX in packed text.
func plainEscapes(text string) string {
	return regexp.MustCompile(`\\u[0-9a-f]{4}`).ReplaceAllStringFunc(text, func(code string) string {
		n, err := strconv.ParseUint(code[2:], 16, 32)
		if err != nil {
			return code
		}
		return string(rune(n))
	})
}

// personNames are names in lower case, as words with one space between.
type personNames map[string]bool

// wordsOf are the words of a text in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

func (n personNames) add(name string) { n[strings.Join(wordsOf(name), " ")] = true }

// in is the first name in a text, whatever stands between its words; empty where there is none.
func (n personNames) in(text string) string {
	first, most := map[string]bool{}, 0
	for name := range n {
		words := strings.Fields(name)
		first[words[0]], most = true, max(most, len(words))
	}
	words := wordsOf(text)
	for i, w := range words {
		if !first[w] {
			continue
		}
		for end := i + 2; end <= min(i+most, len(words)); end++ {
			if name := strings.Join(words[i:end], " "); n[name] {
				return name
			}
		}
	}
	return ""
}

// Names that look like addresses and are none: identifiers of XML, which no program fetches.
var xmlSpaces = []string{"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace"}

// Where the licences of the drawing library are to be read. They may stand in a comment of a script, and nowhere else.
var licences = []string{"http://www.apache.org/licenses/LICENSE-2.0", "https://github.com/ecomfe/zrender/blob/master/LICENSE"}

var hostNamed = regexp.MustCompile(`(?i)(\b[a-z][a-z0-9+.-]*:)?//[\p{L}0-9_-]+(\.[\p{L}0-9_-]+)+(:\d+)?[^\s"'<>()` + "`" + `]*|\bwww\.[\p{L}0-9-]+|\b[a-z0-9-]+\.(com|net|org|gov|edu|io|vn|cn|dev|app)\b`)

// The drawing library writes shapes after path://.
var shape = regexp.MustCompile(`^path://[Mm][\d.-]`)

// foreignHost is the first host that a text names; empty where it names none.
func foreignHost(text string) string {
	for _, at := range hostNamed.FindAllStringIndex(text, -1) {
		found := text[at[0]:at[1]]
		isListed := func(all []string) bool {
			return slices.ContainsFunc(all, func(a string) bool { return strings.TrimRight(found, ".,;*\\") == a })
		}
		if shape.MatchString(found) || isListed(xmlSpaces) || isListed(licences) && inComment(text[:at[0]]) {
			continue
		}
		return found
	}
	return ""
}

// inComment tells that what follows stands in a comment of a script.
func inComment(before string) bool {
	return strings.LastIndex(before, "/*") > strings.LastIndex(before, "*/")
}

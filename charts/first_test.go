package charts

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// firstTexts are the texts that the program wrote over the panels, in the places where the script writes them.
func firstTexts(t testing.TB, page []byte) []string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" && (a.Val == "sentences" || a.Val == "mark") || a.Key == "class" && a.Val == "card" {
				texts = append(texts, plain(n))
			}
		}
	}
	return texts
}

func plain(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// What is seen before the script runs says the same as what the script draws; and where the address asks for another view, nothing
// of the first is left.
func TestFirstViewIsTheDrawnOne(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		page := render(t, fixture(t, lang))
		first := firstTexts(t, page)
		if len(first) != 7 {
			t.Fatalf("%d texts over the panels: %v", len(first), first)
		}
		b := openPage(t, page, 1366, 900)
		if n := eval[int](t, b, `document.querySelectorAll(".still").length + performance.getEntriesByName("first-picture").length + document.querySelectorAll("html.asked").length`); n != 0 {
			t.Errorf("%d pieces of the first view stand in another", n)
		}
		address := eval[string](t, b, `location.href.split("#")[0]`)
		run(t, b, chromedp.Navigate("about:blank"))
		run(t, b, chromedp.Navigate(address))
		run(t, b, chromedp.Poll[bool]("window.tdkt && window.tdkt.ready", chromedp.WithPollingTimeout(20*time.Second)))
		drawn := eval[[]string](t, b, `[byId("mark"), byId("sentences"), ...document.querySelectorAll(".card")].map((e) => e.textContent.trim())`)
		if d := cmp.Diff(first, drawn); d != "" {
			t.Errorf("before the script (-), after (+):\n%s", d)
		}
		if !eval[bool](t, b, `performance.getEntriesByName("first-picture")[0].startTime < performance.getEntriesByName("answers")[0].startTime`) {
			t.Error("the first picture is not seen before the script runs")
		}
		if n := eval[int](t, b, `document.querySelectorAll(".still").length`); n != 0 {
			t.Errorf("%d panels of the first view are not drawn", n)
		}
		b.clean(t)
	}
}

// The scripts share one room: of two functions of one name the later would be taken, and the earlier never called.
func TestScriptsNameNothingTwice(t *testing.T) {
	named := map[string]string{}
	for _, file := range slices.Concat(pureScripts, pageScripts) {
		script, err := asset(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range topNames.FindAllStringSubmatch(script, -1) {
			if before, ok := named[found[1]]; ok {
				t.Errorf("%s names %s, which %s named before", file, found[1], before)
			}
			named[found[1]] = file
		}
	}
	if len(named) < 200 {
		t.Errorf("only %d names were found", len(named))
	}
}

var topNames = regexp.MustCompile(`(?m)^(?:async )?(?:function|const|let|class) (\w+)`)

// A page that cannot show its figures says so in words, whatever its address, and leaves nothing hidden.
func TestPageTellsWhyItCannot(t *testing.T) {
	in := fixture(t, "vi")
	for name, broken := range map[string]struct{ page, want string }{
		"an old browser": {strings.Replace(string(render(t, in)), `new DecompressionStream(`, `new NoSuchStream(`, 1), in.say("page.browser_too_old")},
		"figures torn":   {regexp.MustCompile(`(id="tdkt-cubes">")[^"]{40}`).ReplaceAllString(string(render(t, in)), "$1"), ""},
	} {
		page := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(broken.page, "") // its script is another one now
		b := openPage(t, []byte("<script>window.tdkt={ready:true}</script>"), 1366, 900)
		file := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		run(t, b, chromedp.Navigate("file://"+file+"#reader=compiler"))
		said := eval[string](t, b, `new Promise((done) => setTimeout(() => done(document.getElementById("sentences").textContent + (document.documentElement.matches(".asked") ? " hidden" : "")), 3000))`)
		if first := firstTexts(t, []byte(page))[1]; said == "" || said == first || strings.HasSuffix(said, " hidden") || broken.want != "" && said != broken.want {
			t.Errorf("%s: the page says %q", name, said)
		}
	}
}

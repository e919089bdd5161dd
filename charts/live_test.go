package charts

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

// The page of a server is the file and, at its end, the script that moves it: what is looked at live is what is sent around.
// A file asks nobody, so that it never says that a server is gone.
func TestLivePageIsTheFileAndAScript(t *testing.T) {
	in := fixture(t, "vi")
	file := string(render(t, in))
	in.Live = "b1-2026-01-15-vi"
	live := string(render(t, in))
	script, err := asset("live.js")
	if err != nil {
		t.Fatal(err)
	}
	bare := regexp.MustCompile(`(?s)\n<aside id="live-aside".*?</script>\n`).ReplaceAllLiteralString(live, "")
	hash := strings.ReplaceAll(scriptHash(script), "+", "&#43;")
	bare = strings.Replace(bare, "connect-src &#39;self&#39;; script-src "+strings.ReplaceAll(hash, "'", "&#39;"), "script-src", 1)
	if bare != file {
		t.Error("the live page without its script is not the file")
	}
	for _, want := range []string{`data-build="b1-2026-01-15-vi"`, script, `href="/so-lieu.xlsx"`} {
		if !strings.Contains(live, want) || strings.Contains(file, want) {
			t.Errorf("%q: in the live page %v, in the file %v", want[:20], strings.Contains(live, want), strings.Contains(file, want))
		}
	}
	if strings.Contains(file, "connect-src") || strings.Contains(file, "page.live.") {
		t.Error("the file may ask a server, or holds words for that")
	}
}

func TestWaitingPage(t *testing.T) {
	var b bytes.Buffer
	if err := Waiting(&b, Input{Lang: "en", Texts: readTexts(t, "en")}, "the warehouse <script>a</script>.duckdb has nothing"); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{`<html lang="en">`, "<p>The warehouse &lt;script&gt;a&lt;/script&gt;.duckdb has nothing</p>", `data-build=""`, "default-src &#39;none&#39;; connect-src &#39;self&#39;; script-src &#39;sha256-"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	if strings.Contains(page, "/so-lieu.xlsx") || strings.Contains(page, "{page.") {
		t.Error("it offers a workbook that is not there, or lacks a text")
	}
}

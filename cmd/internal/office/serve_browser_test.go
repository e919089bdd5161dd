package office

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// window is a page in headless Chromium, which finds no host but this machine.
type window struct {
	ctx  context.Context
	mu   sync.Mutex
	said []string // faults on the console, and requests to anyone but the server
}

func openWindow(t *testing.T, at string) *window {
	t.Helper()
	if testing.Short() {
		t.Skip("left out of short tests: the race detector sees nothing of a browser")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no chromium here: the page was not opened in a browser")
	}
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), chromedp.Flag("proxy-server", "direct://"),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	t.Cleanup(stopAlloc)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, stopTimer := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stopTimer)
	w := &window{ctx: ctx}
	if err := chromedp.Listen(ctx, func(event any) { w.listen(event, at) }); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *window) listen(event any, at string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *cdpruntime.EventExceptionThrown:
		text, _ := json.Marshal(e.ExceptionDetails)
		w.said = append(w.said, string(text))
	case *log.EventEntryAdded: // what the browser itself says, such as a breach of the page's policy
		if !strings.Contains(e.Entry.Text, "503") { // the waiting page
			w.said = append(w.said, e.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, at+"/") && !strings.HasPrefix(u, "data:") {
			w.said = append(w.said, u)
		}
	}
}

func in[T any](t *testing.T, w *window, action chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(w.ctx, action)
	if err != nil {
		w.mu.Lock()
		defer w.mu.Unlock()
		t.Fatalf("browser: %v (console: %v)", err, w.said)
	}
	return v
}

// until waits for something to become true, also on the page that comes after this one.
func (w *window) until(t *testing.T, js string) {
	t.Helper()
	var last error
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		ok, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`Boolean(`+js+`)`))
		if ok && err == nil {
			return
		}
		last = err // where the page is just being left
	}
	t.Fatalf("never became true: %s (%v)", js, last)
}

func (w *window) eval(t *testing.T, js string) string {
	t.Helper()
	return in(t, w, chromedp.Evaluate[string](js))
}

// An open page turns from waiting into the dashboard, and from one build into the next, by itself; it keeps its address, waits
// while a dialog is open or something is printed, and says when the server is gone.
func TestServedPageMovesByItself(t *testing.T) {
	s := serve(t)
	w := openWindow(t, s.at)
	const ready, build, line = `window.tdkt && window.tdkt.ready`, `document.getElementById("live").dataset.build`, `document.getElementById("live").textContent`
	in(t, w, chromedp.Navigate(s.at+"/#year=2024"))
	if text := w.eval(t, `document.body.innerText`); !strings.Contains(text, "chưa có số liệu công bố") {
		t.Fatal(text)
	}
	s.publish(t, "sound-1.csv")
	w.until(t, ready)
	first := s.build(t).Build
	if got := w.eval(t, build); got != first {
		t.Fatalf("the page shows %s, published is %s", got, first)
	}
	hash := w.eval(t, `location.hash`)
	if !strings.Contains(hash, "year=2024") {
		t.Errorf("the address is %s", hash)
	}

	w.eval(t, `document.getElementById("figure").showModal(); window.same = "same"`)
	s.publish(t, "sound-2.xlsx")
	w.until(t, line+` === "Có số liệu mới – đang tải lại"`)
	staysOn(t, w, "a dialog is open")
	w.eval(t, `dispatchEvent(new Event("beforeprint")); document.getElementById("figure").close(); ""`)
	staysOn(t, w, "it is printed")
	w.eval(t, `dispatchEvent(new Event("afterprint")); ""`)
	second := s.build(t).Build
	w.until(t, ready+` && `+build+` === "`+second+`"`)
	if got := w.eval(t, `location.hash + (window.same || "")`); second == first || got != hash {
		t.Errorf("moved from %s to %s, address %s", first, second, got)
	}
	w.mu.Lock()
	if len(w.said) > 0 {
		t.Errorf("console and requests: %v", w.said)
	}
	w.mu.Unlock()

	name := strings.TrimSuffix(s.DB, ".duckdb") + ".pub-0badc0de.duckdb"
	writeFile(t, name, "this is no copy")
	writeFile(t, s.DB+".pub", filepath.Base(name))
	w.until(t, line+`.includes("chưa làm được trang")`)
	s.stop()
	w.until(t, line+`.includes("Mất liên lạc")`)
	if got := w.eval(t, build); got != second {
		t.Errorf("the page gave up %s for %s", second, got)
	}
}

// staysOn fails where the page is loaded anew within some rounds of asking.
func staysOn(t *testing.T, w *window, why string) {
	t.Helper()
	time.Sleep(5 * time.Second)
	if got := w.eval(t, `window.same || "loaded anew"`); got != "same" {
		t.Fatalf("while %s: %s", why, got)
	}
}

package office

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/models"
)

const faulty = "../../../data/samples/faulty/"

// serving is an office that is served, and what it told.
type serving struct {
	*Office
	server *Server
	at     string // http://127.0.0.1:…
	stop   func()

	mu   sync.Mutex
	day  time.Time
	told []string
}

func serve(t *testing.T) *serving {
	t.Helper()
	texts, err := data.LoadTexts("vi")
	if err != nil {
		t.Fatal(err)
	}
	s := &serving{day: time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)}
	s.Office = &Office{DB: filepath.Join(t.TempDir(), "kho.duckdb"), Lang: "vi", Texts: texts, Progress: io.Discard, Program: "test",
		Now: func() time.Time { s.mu.Lock(); defer s.mu.Unlock(); return s.day }}
	s.server = s.Serve(func(err error) { s.mu.Lock(); defer s.mu.Unlock(); s.told = append(s.told, err.Error()) })
	l := httptest.NewServer(s.server)
	t.Cleanup(l.Close)
	s.at, s.stop = l.URL, l.Close
	return s
}

// later moves the clock.
func (s *serving) later(by time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.day = s.day.Add(by)
}

func (s *serving) said() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string{}, s.told...)
}

// firstDir holds a warehouse with one return built and published, made once for the tests that begin there.
var firstDir string

// TestMain removes what the tests share.
func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(firstDir)
	os.Exit(code)
}

// servePublished serves an office that has published one return.
func servePublished(t *testing.T) *serving {
	t.Helper()
	s := serve(t)
	if firstDir == "" {
		dir, err := os.MkdirTemp("", "tdkt")
		if err != nil {
			t.Fatal(err)
		}
		firstDir = dir
		o := *s.Office
		o.DB = filepath.Join(dir, "kho.duckdb")
		if _, err := o.Run(context.Background(), []string{faulty + "sound-1.csv"}, filepath.Join(dir, "out"), 0); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Dir(s.DB), os.DirFS(firstDir)); err != nil {
		t.Fatal(err)
	}
	return s
}

type reply struct {
	status int
	header http.Header
	body   string
}

func (s *serving) ask(t *testing.T, method, path string, with ...func(*http.Request)) reply {
	t.Helper()
	r, err := http.NewRequest(method, s.at+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range with {
		f(r)
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{got.StatusCode, got.Header, string(body)}
}

func (s *serving) build(t *testing.T) (b struct {
	Build  string
	Behind bool
}) {
	t.Helper()
	if err := json.Unmarshal([]byte(s.ask(t, "GET", "/build").body), &b); err != nil {
		t.Fatal(err)
	}
	return b
}

// publish takes a return in, builds and publishes, as tdkt run does.
func (s *serving) publish(t *testing.T, file string) {
	t.Helper()
	if _, err := s.Run(context.Background(), []string{faulty + file}, t.TempDir(), 0); err != nil {
		t.Fatal(err)
	}
}

// dashboard is the page that should be served now.
func (s *serving) dashboard(t *testing.T, live string) string {
	t.Helper()
	d, err := s.Door()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	in, err := s.input(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	in.Live = live
	var b bytes.Buffer
	if err := charts.Dashboard(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func has(t *testing.T, what string, r reply, status int, words ...string) {
	t.Helper()
	if r.status != status {
		t.Errorf("%s: status %d, want %d", what, r.status, status)
	}
	for _, w := range words {
		if !strings.Contains(r.body, w) {
			t.Errorf("%s: no %q in %.300s", what, w, r.body)
		}
	}
}

// Before the first publication, and while returns are in that nothing was built from, the page says what to do; then it is the
// dashboard. None of that is a fault to be told.
func TestServeBeforeTheFirstBuild(t *testing.T) {
	s := serve(t)
	has(t, "no warehouse", s.ask(t, "GET", "/"), 503, "kho.duckdb chưa có số liệu công bố; chạy tdkt run hoặc tdkt build trước.", "tự chuyển")
	has(t, "no workbook", s.ask(t, "GET", "/so-lieu.xlsx"), 503, "chưa có số liệu công bố")
	if b := s.build(t); b.Build != "" || b.Behind {
		t.Errorf("%+v", b)
	}
	if _, err := os.Stat(s.DB); err == nil {
		t.Error("a warehouse was made by looking")
	}
	if _, err := s.Ingest(context.Background(), []string{faulty + "sound-1.csv"}, ""); err != nil {
		t.Fatal(err)
	}
	has(t, "received only", s.ask(t, "GET", "/"), 503, "chưa dựng số liệu; chạy tdkt build trước.")
	if _, err := s.Build(context.Background()); err != nil {
		t.Fatal(err)
	}
	page, b := s.ask(t, "GET", "/"), s.build(t)
	if page.status != 200 || b.Build == "" || page.body != s.dashboard(t, b.Build) {
		t.Errorf("status %d, build %+v: not the dashboard", page.status, b)
	}
	if told := s.said(); len(told) > 0 {
		t.Error(told)
	}
}

// The workbook is the one that tdkt dashboard writes, and is taken away under its name.
func TestServeWorkbook(t *testing.T) {
	s := servePublished(t)
	out := t.TempDir()
	if _, err := s.Show(context.Background(), out, ""); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(out, "so-lieu.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	got := s.ask(t, "GET", "/so-lieu.xlsx")
	if got.status != 200 || got.body != string(want) || got.header.Get("Content-Disposition") != `attachment; filename="so-lieu.xlsx"` {
		t.Errorf("status %d, %v, %d bytes of %d", got.status, got.header, len(got.body), len(want))
	}
}

// A browser that has the page gets no second copy; another build, day or language is another page.
func TestServeTags(t *testing.T) {
	s := servePublished(t)
	page := s.ask(t, "GET", "/")
	tag := page.header.Get("ETag")
	known := func(r *http.Request) { r.Header.Set("If-None-Match", tag) }
	if got := s.ask(t, "GET", "/", known); got.status != 304 || got.body != "" {
		t.Errorf("known page: %d, %d bytes", got.status, len(got.body))
	}
	if got := s.ask(t, "HEAD", "/"); got.status != 200 || got.body != "" || got.header.Get("ETag") != tag || got.header.Get("Content-Length") != fmt.Sprint(len(page.body)) {
		t.Errorf("HEAD: %d, %v", got.status, got.header)
	}
	if book := s.ask(t, "GET", "/so-lieu.xlsx", known); book.status != 200 || book.header.Get("ETag") == tag {
		t.Errorf("the workbook has the tag of the page: %d, %v", book.status, book.header)
	}
	if b := s.build(t).Build; !strings.HasSuffix(b, "-2025-02-03-vi") || !strings.HasPrefix(tag, `"`+b+"-") {
		t.Errorf("build %s, tag %s", b, tag)
	}
	s.later(24 * time.Hour)
	if got := s.ask(t, "GET", "/", known); got.status != 200 || !strings.Contains(got.header.Get("ETag"), "-2025-02-04-vi-") {
		t.Errorf("the next day: %d, %v", got.status, got.header)
	}
	s.publish(t, "sound-2.xlsx")
	if got := s.ask(t, "GET", "/", known); got.status != 200 || got.header.Get("ETag")[:17] == tag[:17] {
		t.Errorf("the next build: %d, %v", got.status, got.header)
	}
}

// Only this machine's own browser may look, and only look.
func TestServeRefuses(t *testing.T) {
	s := servePublished(t)
	port := s.at[strings.LastIndexByte(s.at, ':')+1:]
	for host, want := range map[string]int{
		"127.0.0.1:" + port: 200, "localhost:" + port: 200, "LOCALHOST:" + port: 200,
		"evil.example:" + port: 421, "127.0.0.1": 421, "localhost:1": 421, "127.0.0.1.evil.example:" + port: 421, "[::1]:" + port: 421,
	} {
		r := s.ask(t, "GET", "/", func(r *http.Request) { r.Host = host })
		if r.status != want || want == 421 && (len(r.body) > 200 || !strings.Contains(r.body, "http://127.0.0.1")) {
			t.Errorf("Host %s: %d, %.200s", host, r.status, r.body)
		}
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		r := s.ask(t, method, "/")
		has(t, method, r, 405, "chỉ để xem")
		if r.header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %v", method, r.header)
		}
	}
	for _, path := range []string{"/index.html", "/kho.duckdb", "/kho.duckdb.pub", "/assets/", "/build/", "/..%2f", "//"} {
		has(t, path, s.ask(t, "GET", path), 404, "Ở đây chỉ có /")
	}
	for _, path := range []string{"/", "/so-lieu.xlsx", "/build", "/none"} {
		h := s.ask(t, "GET", path).header
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" || !strings.HasPrefix(h.Get("Cache-Control"), "no-") ||
			h.Get("Content-Security-Policy") != "frame-ancestors 'none'" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %v", path, h)
		}
	}
}

// A publication whose pages cannot be made does not take away the last good ones: they stay, the page says that they are not
// the newest, the fault is told once, and it is tried again only after a while.
func TestServeKeepsTheLastGoodPage(t *testing.T) {
	s := servePublished(t)
	good := s.ask(t, "GET", "/")
	name := s.build(t).Build
	pointer, err := os.ReadFile(s.DB + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.TrimSuffix(s.DB, ".duckdb") + ".pub-0badc0de.duckdb"
	writeFile(t, broken, "this is no copy")
	writeFile(t, s.DB+".pub", filepath.Base(broken)+"\n")
	for range 3 {
		if got := s.ask(t, "GET", "/"); got.status != 200 || got.body != good.body {
			t.Fatalf("status %d, another page", got.status)
		}
		if b := s.build(t); b.Build != name || !b.Behind {
			t.Errorf("%+v", b)
		}
	}
	if told := s.said(); len(told) != 1 || !strings.Contains(told[0], "0badc0de") {
		t.Errorf("told: %q", told)
	}
	whole, err := os.ReadFile(filepath.Join(filepath.Dir(s.DB), strings.TrimSpace(string(pointer))))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, broken, string(whole)) // what was in the way is gone
	if b := s.build(t); !b.Behind {
		t.Error("tried again at once")
	}
	s.later(retryAfter)
	if b := s.build(t); b.Behind || !strings.HasPrefix(b.Build, "0badc0de-") {
		t.Errorf("not tried again: %+v", b)
	}
	writeFile(t, s.DB+".pub", "no-such-copy.duckdb\n")
	if b := s.build(t); !b.Behind || !strings.HasPrefix(b.Build, "0badc0de-") {
		t.Errorf("a copy that is gone: %+v", b)
	}
	if told := s.said(); len(told) != 2 {
		t.Errorf("told: %q", told)
	}
}

// Where no page was ever made the fault is told and the page says where to read it.
func TestServeAFaultFromTheStart(t *testing.T) {
	s := serve(t)
	broken := strings.TrimSuffix(s.DB, ".duckdb") + ".pub-0badc0de.duckdb"
	writeFile(t, broken, "this is no copy")
	writeFile(t, s.DB+".pub", filepath.Base(broken))
	for range 2 {
		has(t, "broken", s.ask(t, "GET", "/"), 500, "Lý do ghi ở cửa sổ đang chạy tdkt serve")
	}
	if told := s.said(); len(told) != 1 || !s.build(t).Behind {
		t.Errorf("told: %q", told)
	}
}

// Readers beside a writer: until the pointer moves they get the old page, afterwards the new one, never anything else; the
// writer is never refused; and however many ask, the pages of a build are made once.
func TestServeWhileAWriterWorks(t *testing.T) {
	s := servePublished(t)
	before := pointed(t, s)
	old := s.build(t).Build
	var readers sync.WaitGroup
	ended := make(chan struct{})
	var mu sync.Mutex
	made, asked := map[*shown]bool{}, 0
	for range 4 {
		readers.Add(1)
		go func() {
			defer readers.Done()
			for going := true; going; {
				select {
				case <-ended:
					going = false // and once more
				default:
				}
				was := pointed(t, s)
				got := s.ask(t, "GET", "/")
				is := pointed(t, s)
				isOld := strings.HasPrefix(got.header.Get("ETag"), `"`+old+"-")
				if got.status != 200 || was == is && isOld != (is == before) || was != is && was != before {
					t.Errorf("status %d, tag %s, pointer %s, then %s", got.status, got.header.Get("ETag"), was, is)
				}
				p, err := s.server.pages.now(context.Background())
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				made[p] = true
				asked++
				mu.Unlock()
			}
		}()
	}
	_, err := s.Run(context.Background(), []string{faulty + "sound-2.xlsx"}, t.TempDir(), 0)
	close(ended)
	readers.Wait()
	if err != nil {
		t.Errorf("the writer: %v", err)
	}
	if pointed(t, s) == before || s.build(t).Build == old {
		t.Fatal("nothing new was published")
	}
	if len(made) > 2 {
		t.Errorf("the pages of two builds were made %d times", len(made))
	}
	if told := s.said(); len(told) > 0 {
		t.Error(told)
	}
	t.Logf("asked %d times", asked)
}

func pointed(t *testing.T, s *serving) string {
	path, err := models.Pointer(s.DB)
	if err != nil {
		t.Error(err)
	}
	return path
}

// What was served is let go: no copy stays open, and none stays on disk but the newest and the one before.
func TestServeLetsCopiesGo(t *testing.T) {
	s := servePublished(t)
	has(t, "first", s.ask(t, "GET", "/"), 200)
	for _, file := range []string{"sound-2.xlsx", "hidden-rows.xlsx"} {
		s.publish(t, file)
		has(t, file, s.ask(t, "GET", "/"), 200)
		copies, err := filepath.Glob(strings.TrimSuffix(s.DB, ".duckdb") + ".pub-*.duckdb")
		if err != nil || len(copies) != 2 {
			t.Errorf("after %s: %v, %v", file, copies, err)
		}
	}
	if runtime.GOOS != "linux" {
		return
	}
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(open) == 0 {
		t.Fatal(open, err)
	}
	for _, fd := range open {
		if to, err := os.Readlink(fd); err == nil && strings.HasPrefix(to, filepath.Dir(s.DB)) {
			t.Errorf("%s is held open", to)
		}
	}
}

// The pages hold no person of the returns.
func TestServeNamesNobody(t *testing.T) {
	s := servePublished(t)
	page, book := spoken(t, s.ask(t, "GET", "/").body), unpacked(t, s.ask(t, "GET", "/so-lieu.xlsx").body)
	db, err := s.open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("select recipient_name from fct_award_person order by 1")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	people := 0
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		people++
		if strings.Contains(page, name) || strings.Contains(book, name) {
			t.Errorf("%s is on the page", name)
		}
	}
	if people == 0 || rows.Err() != nil || !strings.Contains(strings.ToLower(book), "tỉnh đoàn") {
		t.Fatal(people, rows.Err(), len(book))
	}
}

// spoken is a page with what stands packed in it, unpacked.
func spoken(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(page)
	parts := regexp.MustCompile(`id="tdkt-[a-z]+">"([^"]*)"</script>`).FindAllStringSubmatch(page, -1)
	if len(parts) != 5 {
		t.Fatalf("%d packed parts", len(parts))
	}
	for _, m := range parts {
		if _, err := io.Copy(&b, flate.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(html.UnescapeString(m[1]))))); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// unpacked is the text of every part of a workbook.
func unpacked(t *testing.T, content string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return all.String()
}

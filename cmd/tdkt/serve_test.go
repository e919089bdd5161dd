package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A program that serves and one that writes, side by side on one warehouse: the writer is not refused, the server moves to what
// it published, says its address in one line, and ends well at Ctrl-C.
func TestServeBesideAWriter(t *testing.T) {
	db := filepath.Join(t.TempDir(), "kho.duckdb")
	server := exec.Command("tdkt", "serve", "--port", "0", "--db", db, "--as-of", "2026-01-15", "--lang", "en") // this very test binary
	var said strings.Builder
	server.Stderr = &said
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Process.Kill()
	lines := bufio.NewReader(out)
	line, err := lines.ReadString('\n')
	at := strings.TrimSpace(line)
	if err != nil || !regexp.MustCompile(`^http://127\.0\.0\.1:[0-9]+/$`).MatchString(at) {
		t.Fatal(line, err)
	}
	get := func(path string) (int, string) {
		t.Helper()
		r, err := http.Get(at + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r.StatusCode, string(body)
	}
	if status, body := get(""); status != http.StatusServiceUnavailable || !strings.Contains(body, "nothing published yet") {
		t.Errorf("before: %d, %.300s", status, body)
	}
	dir := t.TempDir()
	mustCall(t, exitDone, "run", samples+"/faulty/sound-1.csv", "--db", db, "--out", dir, "--lang", "en", "--quiet")
	if status, body := get("build"); status != http.StatusOK || !strings.Contains(body, `-2026-01-15-en"`) {
		t.Errorf("after: %d, %s", status, body)
	}
	status, page := get("")
	file, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	data := regexp.MustCompile(`(?s)<script type="application/json" id="tdkt-data">.*?</script>`)
	if want := data.FindString(string(file)); status != http.StatusOK || want == "" || data.FindString(page) != want {
		t.Errorf("status %d: the page shows other figures than the file", status)
	}
	if err := server.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	rest, _ := io.ReadAll(lines)
	go func() { ended <- server.Wait() }()
	select {
	case err = <-ended:
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
	if err != nil || len(rest) > 0 || said.String() != "Ctrl-C to stop\n" {
		t.Errorf("ended with %v; stdout also %q; stderr %q", err, rest, said.String())
	}
}

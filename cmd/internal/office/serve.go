package office

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"tdkt/charts"
)

// Server shows the published copy to browsers on this machine. It looks at the pointer when it is asked, and holds a copy open
// only while it makes the pages of it: a writer never waits for it, and copies that nobody names any more can go.
type Server struct {
	pages *pages
	texts func(key string, args ...any) string
}

// Serve gives a handler of the pages of the published copy. tell hears, once a publication, why its pages could not be made.
func (o *Office) Serve(tell func(error)) *Server {
	return &Server{pages: &pages{office: o, tell: tell}, texts: o.Texts.Get}
}

// ServeHTTP answers / (the dashboard), /so-lieu.xlsx (the workbook) and /build (which figures are shown).
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Content-Security-Policy", "frame-ancestors 'none'") // what a page cannot say of itself; the rest stands in its head
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !ownHost(r):
		s.refuse(w, http.StatusMisdirectedRequest, "cmd.serve.other_host")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		s.refuse(w, http.StatusMethodNotAllowed, "cmd.serve.only_get")
	case r.URL.Path == "/":
		s.page(w, r)
	case r.URL.Path == "/so-lieu.xlsx":
		s.workbook(w, r)
	case r.URL.Path == "/build":
		s.build(w, r)
	default:
		s.refuse(w, http.StatusNotFound, "cmd.serve.no_path")
	}
}

// ownHost says that the browser asked for this machine by its own name: a page from elsewhere whose name was made to point here
// is told nothing.
func ownHost(r *http.Request) bool {
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	_, port, err := net.SplitHostPort(local.String())
	if err != nil {
		return false
	}
	return slices.ContainsFunc([]string{"127.0.0.1", "localhost"}, func(name string) bool {
		host := strings.ToLower(r.Host)
		return host == net.JoinHostPort(name, port) || port == "80" && host == name
	})
}

func (s *Server) refuse(w http.ResponseWriter, status int, key string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintln(w, s.texts(key))
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	shown, err := s.pages.now(r.Context())
	if shown == nil {
		s.waiting(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	serveWhole(w, r, shown.page)
}

func (s *Server) workbook(w http.ResponseWriter, r *http.Request) {
	shown, err := s.pages.now(r.Context())
	if shown == nil {
		s.waiting(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	w.Header().Set("Content-Disposition", `attachment; filename="so-lieu.xlsx"`)
	serveWhole(w, r, shown.workbook)
}

// serveWhole answers If-None-Match too.
func serveWhole(w http.ResponseWriter, r *http.Request, f served) {
	w.Header().Set("ETag", f.tag)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.content))
}

// build tells an open page which figures it would get now, and whether newer ones are published whose page could not be made.
func (s *Server) build(w http.ResponseWriter, r *http.Request) {
	shown, err := s.pages.now(r.Context())
	var answer struct {
		Build  string `json:"build"`
		Behind bool   `json:"behind"`
	}
	if shown != nil {
		answer.Build = shown.name
	}
	answer.Behind = err != nil && (shown != nil || !isNothing(err))
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(answer) // to a browser that may have gone
}

// waiting says why there is no page yet.
func (s *Server) waiting(w http.ResponseWriter, err error) {
	o, status, why := s.pages.office, http.StatusInternalServerError, s.texts("page.live.failed")
	if isNothing(err) {
		status, why = http.StatusServiceUnavailable, o.Explain(err)+"."
	}
	var page bytes.Buffer
	if err := charts.Waiting(&page, charts.Input{Lang: o.Lang, Texts: o.texts()}, why, s.texts("page.live.turns")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(page.Len()))
	w.WriteHeader(status)
	_, _ = page.WriteTo(w)
}

// isNothing says that there is nothing to show yet, which is no fault: no copy, or one of returns that nothing was built from.
func isNothing(err error) bool {
	return errors.Is(err, ErrNothingPublished) || notBuilt.MatchString(err.Error())
}

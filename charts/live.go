package charts

import (
	"fmt"
	"html/template"
	"io"
	"strings"
)

// enliven adds to a page of a server the script that moves it to new figures, and lets that one ask its own server.
func (p *page) enliven() error {
	live, err := asset("live.js")
	if err != nil {
		return err
	}
	p.Live = template.JS(live)
	p.Policy = strings.Replace(p.Policy, "script-src", "connect-src 'self'; script-src "+scriptHash(live), 1)
	return nil
}

// Waiting writes the page that a server shows where it has no dashboard: sentences that say why. It turns into the dashboard by
// itself. The tables of the input are not read.
func Waiting(w io.Writer, in Input, sentences ...string) error {
	in.Live = ""
	for i := range sentences {
		sentences[i] = capital(sentences[i])
	}
	p := page{In: in, Lang: in.Lang, Title: in.say("page.title"), Foot: sentences, CSS: template.CSS(theLook().css()),
		Policy: "default-src 'none'; script-src; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"}
	if err := p.enliven(); err != nil {
		return err
	}
	tmpl, err := template.ParseFS(assets, "assets/waiting.html", "assets/live.html")
	if err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	if err := tmpl.Execute(w, p); err != nil {
		return fmt.Errorf("charts: waiting: %w", err)
	}
	return nil
}

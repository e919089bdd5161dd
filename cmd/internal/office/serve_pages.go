package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/queries/table"
)

// retryAfter is after how long pages that could not be made are tried once more: what was in the way may be gone.
const retryAfter = 30 * time.Second

// pages keeps the newest pages that could be made of the published copy.
type pages struct {
	office *Office
	tell   func(error)

	mu     sync.Mutex // one at a time looks and makes; the others wait for what it made
	good   *shown
	failed failure
	told   string // the publication whose failure was told
}

// shown is what was made of one publication as of one day.
type shown struct {
	name           string // publication, day, language
	page, workbook served
}

// served is a file and the tag by which a browser asks whether it changed.
type served struct {
	content []byte
	tag     string
}

type failure struct {
	name string
	at   time.Time
	err  error
}

// now gives the pages of what is published now. Where those cannot be made it gives the last that could, and the error; nothing
// where nothing is published, or was ever made.
func (p *pages) now(ctx context.Context) (*shown, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	ctx = context.WithoutCancel(ctx) // what one browser no longer waits for the next one asks
	day := p.office.asOf()
	copied, err := p.office.published()
	if errors.Is(err, ErrNothingPublished) {
		return nil, err
	}
	if err != nil {
		return p.good, p.fail("pointer", err)
	}
	name := p.office.nameOf(copied, day)
	if p.good != nil && p.good.name == name {
		return p.good, nil
	}
	if p.failed.name == name && p.office.Now().Sub(p.failed.at) < retryAfter {
		return p.good, p.failed.err
	}
	made, err := p.office.makeShown(ctx, copied, day, name)
	if err != nil {
		return p.good, p.fail(name, err)
	}
	p.good, p.failed = made, failure{}
	return made, nil
}

// fail keeps an error, and tells it once a publication.
func (p *pages) fail(name string, err error) error {
	p.failed = failure{name, p.office.Now(), err}
	if p.told != name && (p.good != nil || !isNothing(err)) {
		p.told = name
		p.tell(err)
	}
	return err
}

// nameOf names what is made of a copy as of a day: other figures, another day or another language are another name.
func (o *Office) nameOf(copied string, day table.Date) string {
	id := strings.TrimSuffix(filepath.Base(copied), ".duckdb")
	return strings.Join([]string{id[strings.LastIndexByte(id, '-')+1:], day.String(), o.Lang}, "-")
}

// makeShown makes the pages of a copy, and closes it.
func (o *Office) makeShown(ctx context.Context, copied string, day table.Date, name string) (*shown, error) {
	asOf := *o // the clock may pass midnight meanwhile
	asOf.AsOf = data.DateOf(day.Time())
	d, err := o.openCopy(copied)
	if err != nil {
		return nil, err
	}
	in, err := asOf.input(ctx, d)
	if err := errors.Join(err, d.Close()); err != nil {
		return nil, err
	}
	in.Live = name
	s := &shown{name: name}
	for _, f := range []struct {
		of    *served
		write func(io.Writer, charts.Input) error
	}{{&s.page, charts.Dashboard}, {&s.workbook, charts.Workbook}} {
		var content bytes.Buffer
		if err := f.write(&content, in); err != nil {
			return nil, err
		}
		f.of.content = content.Bytes()
		sum := sha256.Sum256(f.of.content) // another program makes another page of the same copy
		f.of.tag = fmt.Sprintf(`"%s-%x"`, name, sum[:8])
	}
	return s, nil
}

package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// most is what the parts that are read of a package may inflate to together.
const most = 1 << 30

// parcel is a package being patched: the parts as they came, those that change and those that are added.
type parcel struct {
	files   []*zip.File
	byKey   map[string]*zip.File
	changed map[string][]byte // by key
	added   []added
	left    int64
}

type added struct {
	name    string
	content []byte
}

// key makes names of parts comparable: they do not tell upper from lower case, and some writers begin them with a slash.
func key(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ToLower(name)), "/")
}

func open(content []byte) (*parcel, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	p := &parcel{files: r.File, byKey: map[string]*zip.File{}, changed: map[string][]byte{}, left: most}
	for _, f := range r.File {
		if strings.Contains(f.Name, `\`) {
			return nil, fmt.Errorf("part %q: backslashes, which spreadsheet programs do not open", f.Name)
		}
		k := key(f.Name)
		if p.byKey[k] != nil {
			return nil, fmt.Errorf("part %q stands twice", f.Name)
		}
		p.byKey[k] = f
	}
	return p, nil
}

func (p *parcel) has(name string) bool {
	k := key(name)
	return p.byKey[k] != nil || slices.ContainsFunc(p.added, func(a added) bool { return key(a.name) == k })
}

// read gives a part as it is now.
func (p *parcel) read(name string) ([]byte, error) {
	k := key(name)
	if c, ok := p.changed[k]; ok {
		return c, nil
	}
	for _, a := range p.added {
		if key(a.name) == k {
			return a.content, nil
		}
	}
	return p.head(name, p.left)
}

// head gives at most n bytes of a part as it came.
func (p *parcel) head(name string, n int64) ([]byte, error) {
	f := p.byKey[key(name)]
	if f == nil {
		return nil, fmt.Errorf("%s: missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	c, err := io.ReadAll(io.LimitReader(r, n))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if p.left -= int64(len(c)); p.left <= 0 {
		return nil, fmt.Errorf("%s: too large", name)
	}
	return c, nil
}

func (p *parcel) parse(name string) (*document, error) {
	text, err := p.read(name)
	if err != nil {
		return nil, err
	}
	return parse(name, text)
}

// put changes a part, or adds it.
func (p *parcel) put(name string, content []byte) {
	if p.byKey[key(name)] != nil {
		p.changed[key(name)] = content
		return
	}
	for i := range p.added {
		if key(p.added[i].name) == key(name) {
			p.added[i].content = content
			return
		}
	}
	p.added = append(p.added, added{name, content})
}

// free gives a part name that is not taken: "xl/comments%d.xml" with the first number that does.
func (p *parcel) free(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !p.has(name) {
			return name
		}
	}
}

// bytes writes the package: parts that stay are copied as they are packed, in their order; what is added follows.
func (p *parcel) bytes() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	write := func(name string, content []byte) error {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch})
		if err == nil {
			_, err = part.Write(content)
		}
		return err
	}
	for _, f := range p.files {
		c, changed := p.changed[key(f.Name)]
		var err error
		if changed {
			err = write(f.Name, c)
		} else {
			err = w.Copy(f)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, a := range p.added {
		if err := write(a.name, a.content); err != nil {
			return nil, fmt.Errorf("%s: %w", a.name, err)
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// relation is a line of a .rels part, its target as a part name.
type relation struct {
	tag              tag
	id, kind, target string
	external         bool
}

func relsName(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}

// relations reads the relations of a part; "" is the package. A part without any has none.
func (p *parcel) relations(part string) ([]relation, *document, error) {
	name := relsName(part)
	if !p.has(name) {
		return nil, nil, nil
	}
	d, err := p.parse(name)
	if err != nil {
		return nil, nil, err
	}
	var all []relation
	for _, e := range d.kids {
		r := relation{tag: e.tag}
		r.id, _ = e.attr(d.text, "Id")
		r.kind, _ = e.attr(d.text, "Type")
		target, _ := e.attr(d.text, "Target")
		mode, _ := e.attr(d.text, "TargetMode")
		r.external = mode == "External"
		target = strings.ReplaceAll(target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir("/"+part), target)
		}
		r.target = strings.TrimPrefix(path.Clean("/"+target), "/")
		all = append(all, r)
	}
	return all, d, nil
}

// relate adds a relation from a part to another and gives its id.
func (p *parcel) relate(part, kind, target string) (string, error) {
	all, d, err := p.relations(part)
	if err != nil {
		return "", err
	}
	id := ""
	for n := 1; id == ""; n++ {
		id = fmt.Sprintf("rIdTdkt%d", n)
		if slices.ContainsFunc(all, func(r relation) bool { return strings.EqualFold(r.id, id) }) {
			id = ""
		}
	}
	if d == nil {
		empty := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
		if d, err = parse(relsName(part), []byte(empty)); err != nil {
			return "", err
		}
	}
	d.append(d.root, fmt.Sprintf(`<%sRelationship Id="%s" Type="%s" Target="/%s"/>`, d.root.prefix(), id, escape(kind), escape(target)))
	p.put(relsName(part), d.bytes())
	return id, nil
}

// point makes a relation lead to another part.
func (p *parcel) point(part, id, target string) error {
	all, d, err := p.relations(part)
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.id == id {
			d.set(r.tag, "Target", "/"+target)
		}
	}
	p.put(relsName(part), d.bytes())
	return nil
}

// typed says in [Content_Types].xml what an added part is.
func (p *parcel) typed(part, kind string) error {
	d, err := p.parse(contentTypes)
	if err != nil {
		return err
	}
	d.append(d.root, fmt.Sprintf(`<%sOverride PartName="/%s" ContentType="%s"/>`, d.root.prefix(), escape(part), kind))
	p.put(contentTypes, d.bytes())
	return nil
}

// typedByName says what parts with an ending are, unless that is said already.
func (p *parcel) typedByName(ending, kind string) error {
	d, err := p.parse(contentTypes)
	if err != nil {
		return err
	}
	at := d.root.to
	for _, e := range d.kids {
		if ext, _ := e.attr(d.text, "Extension"); strings.EqualFold(ext, ending) && e.local() == "Default" {
			return nil
		}
	}
	if d.root.empty {
		return fmt.Errorf("%s: empty", contentTypes)
	}
	d.edit = append(d.edit, edit{at: at, put: fmt.Sprintf(`<%sDefault Extension="%s" ContentType="%s"/>`, d.root.prefix(), ending, kind)})
	p.put(contentTypes, d.bytes())
	return nil
}

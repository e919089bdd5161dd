package grid

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// scanner is the bytes under pull: a window on a part that moves on and grows only for a
// tag or text that does not fit. What it gives holds until it is asked again.
type scanner struct {
	in    io.Reader
	buf   []byte
	at    int // next byte
	end   int // after the last byte read
	err   error
	eof   bool
	side  []byte            // text that differs from what stands in the file
	names map[string]string // names seen, one copy each
}

const (
	window   = 64 << 10
	maxTag   = 1 << 20  // a tag longer than this is no tag
	maxCDATA = 16 << 20 // nor is this a text
)

// ensure has n bytes at hand; false where the part ends before.
func (s *scanner) ensure(n int) bool {
	for s.end-s.at < n && !s.eof {
		if s.at > 0 {
			s.end = copy(s.buf, s.buf[s.at:s.end])
			s.at = 0
		}
		if s.end == len(s.buf) {
			s.buf = append(s.buf, make([]byte, max(window, len(s.buf)))...)
		}
		got, err := s.in.Read(s.buf[s.end:])
		s.end += got
		if err != nil {
			s.eof = true
			if !errors.Is(err, io.EOF) {
				s.err = err
			}
		}
	}
	return s.end-s.at >= n
}

// more reads on behind what is at hand, at most up to limit.
func (s *scanner) more(limit int) error {
	have := s.end - s.at
	if have >= limit {
		return fmt.Errorf("longer than %d bytes", limit)
	}
	if !s.ensure(have + 1) {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// skipPast moves behind the next occurrence of a mark, from an offset on.
func (s *scanner) skipPast(mark string, from int) error {
	s.at += from
	for {
		if i := bytes.Index(s.buf[s.at:s.end], []byte(mark)); i >= 0 {
			s.at += i + len(mark)
			return nil
		}
		s.at = max(s.at, s.end-len(mark)+1)
		if !s.ensure(s.end - s.at + 1) {
			return io.ErrUnexpectedEOF
		}
	}
}

// skipDoctype passes a <!DOCTYPE …>, whose entities stay unknown.
func (s *scanner) skipDoctype() error {
	depth := 0
	var quote byte
	for ; ; s.at++ {
		if !s.ensure(1) {
			return io.ErrUnexpectedEOF
		}
		switch c := s.buf[s.at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			depth++
		case c == '>':
			if depth--; depth == 0 {
				s.at++
				return nil
			}
		}
	}
}

// cdata reads <![CDATA[…]]>.
func (s *scanner) cdata() ([]byte, error) {
	const open = len("<![CDATA[")
	for {
		if i := bytes.Index(s.buf[s.at+open:s.end], []byte("]]>")); i >= 0 {
			text := s.buf[s.at+open : s.at+open+i]
			s.at += open + i + 3
			return s.plain(text)
		}
		if err := s.more(maxCDATA); err != nil {
			return nil, err
		}
	}
}

// tag reads <…> and gives what stands between, never empty.
func (s *scanner) tag() ([]byte, error) {
	var quote byte
	for i := s.at + 1; ; i++ {
		if i == s.end {
			offset := i - s.at
			if err := s.more(maxTag); err != nil {
				return nil, err
			}
			i = s.at + offset
		}
		switch c := s.buf[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return nil, errors.New("< within a tag")
		case c == '>':
			tag := s.buf[s.at+1 : i]
			s.at = i + 1
			if len(tag) == 0 || string(tag) == "/" || !utf8.Valid(tag) {
				return nil, errors.New("a tag without a name, or not in UTF-8")
			}
			return tag, nil
		}
	}
}

// chars reads text up to the next tag or entity, or as much of it as is at hand.
func (s *scanner) chars() ([]byte, error) {
	for {
		text := s.buf[s.at:s.end]
		if i := bytes.IndexAny(text, "<&"); i >= 0 {
			text = text[:i]
		} else if !s.eof {
			text = text[:whole(text)]
		}
		if len(text) == 0 {
			s.ensure(s.end - s.at + 1)
			continue
		}
		s.at += len(text)
		return s.plain(text)
	}
}

// whole is how much of a text can be taken while more is to come: not half a letter, and
// no carriage return whose line feed may follow.
func whole(text []byte) int {
	n := len(text)
	for back := 1; back < utf8.UTFMax && back <= n; back++ {
		if utf8.RuneStart(text[n-back]) {
			if !utf8.FullRune(text[n-back:]) {
				n -= back
			}
			break
		}
	}
	if n > 0 && text[n-1] == '\r' {
		n--
	}
	return n
}

// plain holds text against what XML may hold, and makes one line end of CR LF.
func (s *scanner) plain(text []byte) ([]byte, error) {
	cr := false
	for _, c := range text {
		if c < 0x20 && c != '\t' && c != '\n' {
			if c != '\r' {
				return nil, fmt.Errorf("character %#x", c)
			}
			cr = true
		}
	}
	if !utf8.Valid(text) {
		return nil, errors.New("not in UTF-8")
	}
	if !cr {
		return text, nil
	}
	s.side = append(s.side[:0], bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))...)
	return s.side, nil
}

// longestEntity is &#x0010FFFF; and some noughts.
const longestEntity = 16

// entity reads &amp; and its like as a text of one character.
func (s *scanner) entity() ([]byte, error) {
	s.ensure(longestEntity)
	r, n, err := entityAt(s.buf[s.at:s.end])
	if err != nil {
		return nil, err
	}
	s.at += n
	s.side = utf8.AppendRune(s.side[:0], r)
	return s.side, nil
}

func entityAt(b []byte) (r rune, n int, err error) {
	b = b[:min(len(b), longestEntity)]
	end := bytes.IndexByte(b, ';')
	if end < 2 {
		return 0, 0, fmt.Errorf("%q is no character", b)
	}
	name := string(b[1:end])
	switch name {
	case "lt":
		return '<', end + 1, nil
	case "gt":
		return '>', end + 1, nil
	case "amp":
		return '&', end + 1, nil
	case "quot":
		return '"', end + 1, nil
	case "apos":
		return '\'', end + 1, nil
	}
	var u uint64
	switch {
	case len(name) > 2 && name[:2] == "#x":
		u, err = strconv.ParseUint(name[2:], 16, 32)
	case len(name) > 1 && name[0] == '#':
		u, err = strconv.ParseUint(name[1:], 10, 32)
	default:
		err = strconv.ErrSyntax
	}
	r = rune(u)
	if err != nil || u > utf8.MaxRune || !utf8.ValidRune(r) || u < 0x20 && r != '\t' && r != '\n' && r != '\r' {
		return 0, 0, fmt.Errorf("&%s; is no character", name)
	}
	return r, end + 1, nil
}

// local is a name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// letters holds each ASCII character at its own number.
var letters = func() string {
	var b [0x80]byte
	for i := range b {
		b[i] = byte(i)
	}
	return string(b[:])
}()

// mostNames bounds the copies kept of names.
const mostNames = 4096

func (s *scanner) intern(name []byte) string {
	if len(name) == 1 && name[0] < 0x80 { // nearly all names of a large sheet
		return letters[name[0] : name[0]+1]
	}
	if known, ok := s.names[string(name)]; ok {
		return known
	}
	own := string(name)
	if len(s.names) < mostNames {
		s.names[own] = own
	}
	return own
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// readTag takes name and attributes out of a start. Declarations of namespaces are left
// out: xmlns:r would pass for r.
func (p *pull) readTag(tag []byte) error {
	i := 0
	for i < len(tag) && !isSpace(tag[i]) {
		i++
	}
	p.name = p.intern(local(tag[:i]))
	p.attrs = p.attrs[:0]
	for {
		for i < len(tag) && isSpace(tag[i]) {
			i++
		}
		if i == len(tag) {
			return nil
		}
		eq := bytes.IndexByte(tag[i:], '=')
		if eq <= 0 {
			return fmt.Errorf("attribute of <%s>", p.name)
		}
		name := bytes.TrimSpace(tag[i : i+eq])
		i += eq + 1
		for i < len(tag) && isSpace(tag[i]) {
			i++
		}
		if i == len(tag) || tag[i] != '"' && tag[i] != '\'' {
			return fmt.Errorf("attribute %s of <%s>", name, p.name)
		}
		end := bytes.IndexByte(tag[i+1:], tag[i])
		if end < 0 {
			return fmt.Errorf("attribute %s of <%s>", name, p.name)
		}
		value, err := attributeValue(tag[i+1 : i+1+end])
		if err != nil {
			return err
		}
		i += end + 2
		if !bytes.HasPrefix(name, []byte("xmlns")) {
			p.attrs = append(p.attrs, attribute{p.intern(local(name)), value})
		}
	}
}

// attributeValue decodes entities, and makes spaces of line ends and tabs.
func attributeValue(raw []byte) ([]byte, error) {
	if !bytes.ContainsAny(raw, "&\t\r\n") {
		return raw, nil
	}
	var out []byte
	for i := 0; i < len(raw); {
		switch c := raw[i]; c {
		case '&':
			r, n, err := entityAt(raw[i:])
			if err != nil {
				return nil, err
			}
			out = utf8.AppendRune(out, r)
			i += n
		case '\t', '\r', '\n':
			out = append(out, ' ')
			i++
		default:
			out = append(out, c)
			i++
		}
	}
	return out, nil
}

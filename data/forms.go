package data

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// FormMatch is what a text in a form's place tells.
type FormMatch struct {
	Code           string   // "" where the text resolves to no form
	LevelFromWords string   // level of the authority in the words; "" where they name none
	OutsideState   bool     // the words name a Party or mass organisation
	Candidates     []string // codes the text leaves open, or names against the law: a class missing, a form not in force, a Bằng khen of a sở
	Suggestions    []string // codes that were probably meant, for a finding only: a wrong name that is known, a near spelling
}

// tieWords may stand before a form without changing it.
var tieWords = []string{"danh hieu thi dua ", "danh hieu ", "hinh thuc ", "duoc tang thuong ", "duoc tang ", "tang thuong ", "tang "}

// ResolveForm reads a text in a form's place (a column or row of forms) on a day; the zero Date asks for no date. The text resolves
// where its key is a name or alias, or is one followed by the words of an authority that may give it ("Giấy khen của Giám đốc
// Sở Y tế"). Nothing else resolves: near spellings are Suggestions.
func (r *Reference) ResolveForm(text string, on Date) (FormMatch, bool) {
	m, ok := r.NamedForm(text, on)
	if !ok && len(m.Suggestions) == 0 && len(m.Candidates) == 0 {
		m.Suggestions = r.nearForms(Key(text))
	}
	return m, ok
}

// NamedForm is ResolveForm for words that need not name a form at all: it looks for none that is written nearly so.
func (r *Reference) NamedForm(text string, on Date) (FormMatch, bool) {
	key := Key(text)
	m := r.matchForm(key, on)
	for _, tie := range tieWords {
		if rest, ok := strings.CutPrefix(key, tie); ok && m.Code == "" && len(m.Candidates) == 0 {
			m = r.matchForm(rest, on)
		}
	}
	if _, inForce := r.Form(m.Code, on); m.Code != "" && !inForce {
		m.Code, m.Candidates = "", []string{m.Code}
	}
	return m, m.Code != ""
}

// matchForm resolves a key whole, then less its authority, trying the longest authority first.
func (r *Reference) matchForm(key string, on Date) FormMatch {
	if codes := r.formsOf(key, on); len(codes) > 0 {
		m := oneForm(codes)
		if a := r.authorityInName(key); !namesBothLevels(key) {
			m.LevelFromWords, m.OutsideState = stateLevel(a), a.OutsideState
		}
		return m
	}
	if codes := r.wrongForms[key]; len(codes) > 0 {
		return FormMatch{Suggestions: slices.Clone(codes)}
	}
	for cut := strings.IndexByte(key, ' '); cut > 0; cut = nextSpace(key, cut) {
		codes := r.formsOf(key[:cut], on)
		if len(codes) == 0 {
			continue
		}
		if a, ok := r.authorityOf(key[cut+1:]); ok {
			return r.formBy(codes, a)
		}
	}
	if bare, ok := r.withoutProvince(key); ok {
		return r.matchForm(bare, on)
	}
	return FormMatch{}
}

// outsideForms are forms of the state that a Party or mass organisation gives a like of.
var outsideForms = []string{"bk_tinh", "giay_khen", "ky_niem_chuong"}

// formBy is the form that codes name, given by a. Of several ("Cờ thi đua", "CSTĐ") it is the one whose level the law
// fixes at that of a, if it is one.
func (r *Reference) formBy(codes []string, a Authority) FormMatch {
	m := oneForm(codes)
	if at := r.fixedAt(codes, a); len(codes) > 1 && len(at) == 1 {
		m = oneForm(at)
	}
	m.LevelFromWords, m.OutsideState = stateLevel(a), a.OutsideState
	switch certificate := slices.Contains(outsideForms, m.Code); {
	case m.Code == "":
	case a.OutsideState && certificate:
		m.Code = "chung_nhan_doan_the"
	case a.OutsideState || !r.mayGive(m.Code, a.Level):
		m.Candidates = []string{m.Code}
		if other := map[string]string{"bk_tinh": "giay_khen", "giay_khen": "bk_tinh"}[m.Code]; r.mayGive(other, a.Level) {
			m.Suggestions = []string{other}
		}
		m.Code = ""
	}
	return m
}

// fixedAt is those of codes that the authorities of a level give, and no other level does.
func (r *Reference) fixedAt(codes []string, a Authority) (at []string) {
	if a.OutsideState {
		return nil
	}
	for _, c := range codes {
		if f, ok := r.Form(c, Date{}); ok && f.Level != "chua_ro" && r.mayGive(c, a.Level) {
			at = append(at, c)
		}
	}
	return at
}

func oneForm(codes []string) FormMatch {
	if len(codes) == 1 {
		return FormMatch{Code: codes[0]}
	}
	return FormMatch{Candidates: slices.Clone(codes)}
}

func stateLevel(a Authority) string {
	if a.OutsideState {
		return ""
	}
	return a.Level
}

// bareStems are the beginnings of forms that are no form without their authority.
var bareStems = []string{"cstd", "chien si thi dua", "co", "co td", "co thi dua"}

// authorityInName is the authority that a form's own name holds: the longest words after a stem, or after cấp, của, do
// ("Cờ thi đua cấp bộ"; the sở of cơ sở is none), or a whole abbreviation that names it (CSTĐCB).
func (r *Reference) authorityInName(key string) Authority {
	if level, ok := r.authorities[key]; ok {
		return authorityAt(level)
	}
	for cut := strings.IndexByte(key, ' '); cut > 0; cut = nextSpace(key, cut) {
		tail, _, _ := strings.Cut(key[cut+1:], " ")
		tied := tail == "cap" || tail == "cua" || tail == "do"
		if !tied && len(r.formContext[key[:cut]]) == 0 && !slices.Contains(bareStems, key[:cut]) {
			continue
		}
		if a, ok := r.authorityOf(key[cut+1:]); ok {
			return a
		}
	}
	return Authority{}
}

// namesBothLevels says that a form is named as in the law or the official forms, by ministry and province at once
// ("Chiến sĩ thi đua cấp bộ, cấp tỉnh"): such words tell no level.
func namesBothLevels(key string) bool {
	words := strings.Fields(key)
	return slices.Contains(words, "bo") && slices.Contains(words, "tinh")
}

func nextSpace(s string, after int) int {
	i := strings.IndexByte(s[after+1:], ' ')
	if i < 0 {
		return -1
	}
	return after + 1 + i
}

// nearForms is up to three codes with an alias within a few edits of key, nearest first.
func (r *Reference) nearForms(key string) []string {
	const shortest, most = 4, 3 // an abbreviation of three letters is near to everything
	if len(key) < shortest {
		return nil
	}
	near := map[string]int{}
	limit := min(4, 1+len(key)/8)
	letters := countLetters(key)
	for _, alias := range r.spellings {
		if len(alias.key) < shortest || len(alias.key) > len(key)+limit || len(key) > len(alias.key)+limit || letters.apart(alias.letters) > 2*limit {
			continue // an edit changes two counts at most
		}
		if d := EditDistance(key, alias.key); d <= limit {
			for _, c := range r.formContext[alias.key] {
				if old, seen := near[c]; !seen || d < old {
					near[c] = d
				}
			}
		}
	}
	codes := slices.SortedFunc(maps.Keys(near), func(a, b string) int {
		return cmp.Or(cmp.Compare(near[a], near[b]), cmp.Compare(a, b))
	})
	return codes[:min(most, len(codes))]
}

// spelling is a form's alias prepared for nearness.
type spelling struct {
	key     string
	letters letterCount
}

// letterCount is how often each byte, modulo 32, stands in a key.
type letterCount [32]int8

func countLetters(key string) (n letterCount) {
	for i := range len(key) {
		n[key[i]%32]++
	}
	return n
}

// apart is the sum of the differences: at most twice the edit distance.
func (n *letterCount) apart(m letterCount) (sum int) {
	for i, c := range n {
		sum += max(int(c)-int(m[i]), int(m[i])-int(c))
	}
	return sum
}

// EditDistance is Levenshtein's distance in bytes; keys are ASCII but for foreign letters.
func EditDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			substitute := diagonal
			if a[i] != b[j] {
				substitute++
			}
			diagonal = row[j+1]
			row[j+1] = min(substitute, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

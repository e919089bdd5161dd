package layout

import (
	"regexp"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// level is the depth that the numbering of a row gives it; deeper is greater.
type level int

const (
	noLevel     level = -1
	letterLevel level = 0 // A, B
	romanLevel  level = 1 // I, II
	dottedLevel level = 2 // I.1
	wordLevel   level = 2 // a heading without a number
	numberLevel level = 3 // 1, 2; 1.1 is one deeper, and so on
	smallLevel  level = 8 // a, b
	dashLevel   level = 9 // -
	plusLevel   level = 10
)

var (
	romanMark  = regexp.MustCompile(`^[IVX]+$`)
	dottedMark = regexp.MustCompile(`^([IVX]+|[A-ZĐ])(\.\d+)+$`)
	numberMark = regexp.MustCompile(`^\d{1,6}(\.\d{1,4})*$`)
	letterMark = regexp.MustCompile(`^[A-ZĐ]$`)
	smallMark  = regexp.MustCompile(`^[a-zđ]$`)
)

// ordinalLevel reads the cell of a numbering column.
func ordinalLevel(s string) level {
	s = strings.TrimRight(strings.TrimSpace(s), ".)/: ")
	s = strings.TrimPrefix(s, "(")
	switch {
	case len(s) > 0 && len(s) < 7 && strings.Trim(s, "0123456789") == "":
		return numberLevel
	case numberMark.MatchString(s):
		return numberLevel + level(min(strings.Count(s, "."), 4))
	case romanMark.MatchString(s):
		return romanLevel
	case dottedMark.MatchString(s):
		return dottedLevel
	case letterMark.MatchString(s):
		return letterLevel
	case smallMark.MatchString(s):
		return smallLevel
	case s == "-" || s == "–" || s == "—" || s == "•":
		return dashLevel
	case s == "+":
		return plusLevel
	default:
		return noLevel
	}
}

var (
	markedLabel = regexp.MustCompile(`^\s*\(?([IVX]+(?:\.\d+)*|[A-ZĐ](?:\.\d+)*|\d{1,3}(?:\.\d{1,3})*|[a-zđ])\s*([.)/:]|\s[-–])\s*`)
	dottedLabel = regexp.MustCompile(`^\s*((?:[IVX]+|[A-ZĐ])(?:\.\d+)+)\s+`)
	dashedLabel = regexp.MustCompile(`^\s*([-–—•+])\s*`)
)

// unmark takes the numbering off a label and says what level it gives.
func unmark(s string) (string, level) {
	for _, re := range []*regexp.Regexp{dottedLabel, markedLabel, dashedLabel} {
		if at := re.FindStringSubmatchIndex(s); at != nil && at[1] < len(s) {
			return strings.TrimSpace(s[at[1]:]), ordinalLevel(s[at[2]:at[3]])
		}
	}
	return strings.TrimSpace(s), noLevel
}

var (
	totalWords = regexp.MustCompile(`^(tong cong|tong so|tong|cong)( (.*))?$`)
	totalRest  = regexp.MustCompile(`^((so )?(luong|luot)|khoi|cum|muc|phan|toan|chung|cac|nguoi|tap the|ca nhan|ho gia dinh|trang|mang sang|chuyen sang|luy ke|a|b|c|d|[ivx]+|\d+|danh sach|so nguoi|duoc|co)( .*)?$`)
	grandWords = regexp.MustCompile(`^tong( |$)`)
	carried    = regexp.MustCompile(`\b(trang|mang sang|chuyen sang|lui ke|luy ke)\b`)
)

// isTotal tells the words of a total row from a name that begins alike: Tổng công ty,
// Cộng đồng, Công an.
func isTotal(label string) bool {
	bare, _ := unmark(label)
	parts := totalWords.FindStringSubmatch(data.Key(bare))
	if parts == nil {
		return false
	}
	if first := strings.Fields(data.Spelling(bare)); len(first) > 0 && first[0] == "công" {
		return false
	}
	return parts[3] == "" || totalRest.MatchString(parts[3])
}

// isGrand says whether a total is of the whole table by its words.
func isGrand(label string) bool {
	bare, _ := unmark(label)
	return grandWords.MatchString(data.Key(bare))
}

var withinWords = regexp.MustCompile(`(?i)^[\s(+–-]*trong\s+(đó|đó)\s*[:,]?\s*`)

// within takes "Trong đó:" off a label and says whether it was there.
func within(label string) (string, bool) {
	if at := withinWords.FindStringIndex(label); at != nil {
		return strings.TrimSpace(label[at[1]:]), true
	}
	return label, false
}

var noteWords = regexp.MustCompile(`^(ghi chu|luu i|luu y|chu thich|chu i|chu y|an dinh danh sach|trang \d+|khong( co)?$|(danh sach|bang|bieu|tong hop) (nay|tren|gom|co)\b)`)

// isNote tells a remark in or under a table.
func isNote(text string) bool {
	return strings.HasPrefix(strings.TrimSpace(text), "*") || noteWords.MatchString(data.Key(text))
}

var (
	signWords = regexp.MustCompile(`^(nguoi (lap|tong hop|kiem tra|ghi|bao cao)|lap bieu|thu truong|(\w+ )?(ki|ky) (va )?(ho|ten|ghi ro|dong dau|ro ho)|noi nhan|xac nhan cua|dai dien|(pho )?(chu tich|giam doc|hieu truong|truong phong|bi thu|truong ban|vien truong|chanh van phong|cuc truong|tong giam doc)$)`)
	signMarks = regexp.MustCompile(`^\s*\(?(TM|KT|TL|TUQ|Q)\s*\.\s*\pL`)
	shortDate = regexp.MustCompile(`^[a-z][a-z .-]{1,30},\s*ngay\s*[.?_\d]{1,4}\s*[/.-]\s*[.?_\d]{1,4}\s*[/.-]\s*[.?_\d]{4,6}\s*$`)
	dateLine  = regexp.MustCompile(`(^|[^a-z])ngay\s*[.?_\d\s]+thang\s*[.?_\d\s]+nam\s*[.?_\d]+`) // of a folded line: … is ?
)

// isSignature tells a text of the signature block.
func isSignature(text string) bool {
	if len(text) > 400 {
		return false
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if signMarks.MatchString(line) || signWords.MatchString(data.Key(line)) {
			return true
		}
		if f := fold(line); (f.has(dateLine) || f.has(shortDate)) && len(f.text) < 80 {
			return true
		}
		return false
	}
	return false
}

// figure says whether a cell can be a number that somebody counted.
func figure(c grid.Cell) bool {
	if c.Kind == grid.Number {
		return true
	}
	t := strings.TrimSpace(c.Text)
	return c.Kind == grid.Text && t != "" && (t[0] >= '0' && t[0] <= '9' || t == "-" || t == "–")
}

package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// typed is a number in a text that may be a figure: where it stands, in bytes.
type typed struct{ From, To int }

// bound stands in a text for a number that a control binds.
const boundMark = "\ufffc"

var anyNumber = regexp.MustCompile(`\d+(?:[.,]\d+)*`)

// whole are pieces of text whose numbers are no figures: days, documents and laws by their number, times, parts of a document,
// what is numbered by a word before it, and what a word behind makes a span of time or an age.
var notFigures = []*regexp.Regexp{
	regexp.MustCompile(`\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b`), // 30/6/2025
	regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`),
	regexp.MustCompile(`\b(?:19|20)\d{2}-(?:H[12]|Q[1-4]|9T|\d{2})\b`),                       // 2025-H1
	regexp.MustCompile(`\b(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b`),                    // 15/12
	regexp.MustCompile(`\b\d{1,2}/(?:19|20)\d{2}\b`),                                         // 7/2025
	regexp.MustCompile(`[\p{L}\d]+(?:/\d+)?/(?:\d{4}/)?[\p{Lu}Đ][\p{L}\d]*(?:-[\p{L}\d]+)*`), // 152/2025/NĐ-CP, 41/KH-HĐTĐKT
	regexp.MustCompile(`\d+-[\p{Lu}Đ]{2,}(?:/[\p{Lu}Đ]+)?\b`),                                // 39-CT/TW
	regexp.MustCompile(`[\p{L}]+-?\d+(?:[-./]\d+)*[\p{L}]*`),                                 // A4, COVID-19, CT39
	regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:ngày|tháng|quý|năm|năm học|giai đoạn|thế kỷ)(?:\s+tháng)?\s+\d{1,4}(?:\s?[-–]\s?\d{1,4})?`),
	regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:điều|khoản|điểm|mục|chương|phần|tiết|phụ lục|bảng|biểu|mẫu|hình|trang|dòng|cột|ô|chú thích|quyển|khóa|khoá|kỳ|đợt|lần|lần thứ|thứ|hạng|nhóm|loại|bậc|kỳ họp thứ|đại hội)\s+(?:thứ\s+)?\d+(?:[.,]\d+)*[\p{L}]?`),
	regexp.MustCompile(`(?:Luật|Nghị định|Thông tư|Nghị quyết|Chỉ thị|Quyết định|Kết luận|Hướng dẫn|Công văn|Kế hoạch|Tờ trình|Báo cáo|Law|Decree|Circular|Decision|Resolution|Directive|Plan)\s+(?:số\s*:?\s*|No\.?\s*)?\d+(?:/\d+)*`),
	regexp.MustCompile(`(?:Phường|Xã|Quận|Huyện|Tổ|Thôn|Ấp|Khu|Khu phố|Khối|Khối phố|Cụm|Tiểu khu|Đội|Trạm|Trường|Tổ dân phố|Quốc lộ|Đường|Ngõ|Nhà|Công ty|Xí nghiệp|Tiểu đoàn|Trung đoàn|Lữ đoàn|Sư đoàn|Đại đội|Khóa)\s+(?:[\p{L}]+\s+){0,3}?(?:số\s+)?\d+[\p{L}]?(?:[-.]\d+)*`),
	regexp.MustCompile(`(?i)\b(?:Article|clause|point|section|chapter|annex|table|form|figure|page|no\.|number|cluster|ward|quarter|day|year|years|school year)\s+\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d{1,4})?`),
	regexp.MustCompile(`\b\d+(?:\s?(?:-|–|đến|to)\s?\d+)?\s+(?:năm|tháng|ngày|tuần|giờ|phút|tuổi|năm học|quý|years?|months?|days?|weeks?|hours?)(?:[^\p{L}]|$)`),
	regexp.MustCompile(`\b[0-9a-f]{16}\b`),                         // a build
	regexp.MustCompile(`\b0\d{1,3}[.\s-]?\d{3,4}[.\s-]?\d{3,4}\b`), // a telephone
	regexp.MustCompile(`(?i)(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b|\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)`),
}

// numbered is the word before what has a number for a name ("Trường tiểu học số 2"), with the word before it: after those of
// notNumbered it is another word.
var (
	numbered    = regexp.MustCompile(`(?i)(?:^|([\p{L}]+)\s+|[^\p{L}\s]\s*)số\s+\d+(?:[.,]\d+)*[\p{L}]?`)
	notNumbered = []string{"tổng", "con", "chỉ", "hệ", "tỷ", "tỉ", "đa", "thiểu", "trị", "bội", "sĩ", "dân", "một", "toàn"}
)

// ordinal is what numbers a paragraph: "1.", "2.3)", "(1)".
var ordinal = regexp.MustCompile(`^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]?\)?\s+|^\s*\d{1,2}(?:\.\d{1,2})*[.)]`)

// counted are words that make even a bare year a count: "2025 lượt".
var counted = regexp.MustCompile(`^\s*(?:lượt|cá nhân|tập thể|hộ|đơn vị|người|trường hợp|%|phần trăm|điểm phần trăm|bằng khen|giấy khen|huân chương|huy chương|kỷ niệm chương|danh hiệu|cờ|quyết định|hồ sơ|gia đình|doanh nghiệp|chiến sĩ|phong trào|mô hình|điển hình|sáng kiến|nữ|thanh niên|đoàn viên|lao động|xã|phường|sở|thôn|huyện|cụm|khối|awards?|people|persons|units|collectives|households|percent)`)

var yearLike = regexp.MustCompile(`^(?:19|20)\d{2}$`)

// numbersIn finds the numbers of a text that may be figures. What tells a day, a year, a law, the number of a document, of a
// heading or of a place is none.
func numbersIn(text string) (found []typed) {
	none := make([]bool, len(text)+1)
	mark := func(from, to int) {
		for i := from; i < to; i++ {
			none[i] = true
		}
	}
	for _, p := range notFigures {
		for at := 0; at < len(text); {
			m := p.FindStringIndex(text[at:])
			if m == nil {
				break
			}
			mark(at+m[0], at+m[1])
			at += max(m[1]-1, m[0]+1) // a word between two may belong to both
			for at < len(text) && !utf8.RuneStart(text[at]) {
				at++
			}
		}
	}
	for _, m := range numbered.FindAllStringSubmatchIndex(text, -1) {
		if m[2] < 0 || !slices.Contains(notNumbered, strings.ToLower(text[m[2]:m[3]])) {
			mark(m[0], m[1])
		}
	}
	if m := ordinal.FindStringIndex(text); m != nil && !counted.MatchString(text[m[1]:]) {
		mark(m[0], m[1])
	}
	for _, m := range anyNumber.FindAllStringIndex(text, -1) {
		n := text[m[0]:m[1]]
		behind := counted.MatchString(text[m[1]:])
		if yearLike.MatchString(n) && !behind || none[m[0]] && !behind {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[:m[0]]); unicode.IsLetter(before) {
			continue
		}
		found = append(found, typed{m[0], m[1]})
	}
	return found
}

var sentenceEnd = regexp.MustCompile(`[.;!?…]\s+`)

// sentenceAt is the sentence of a text that holds a place. A point after a capital or a digit of a list does not matter much:
// the sentence is shown to people.
func sentenceAt(text string, at int) string {
	from, to := sentenceBounds(text, at)
	return strings.TrimSpace(text[from:to])
}

func sentenceBounds(text string, at int) (from, to int) {
	to = len(text)
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if m[1] <= at {
			from = m[1]
			continue
		}
		if m[0] >= at {
			to = m[0] + 1
			if r, n := utf8.DecodeRuneInString(text[m[0]:]); r == '…' {
				to = m[0] + n
			}
			break
		}
	}
	return from, to
}

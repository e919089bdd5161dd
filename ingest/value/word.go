package value

import (
	"regexp"
	"strings"

	"tdkt/data"
)

// Answer is yes, no, or not known. The zero Answer is not known.
type Answer int

// The answers.
const (
	Unknown Answer = iota
	Yes
	No
)

// Gender is male, female, or not known. The zero Gender is not known.
type Gender int

// The genders.
const (
	GenderUnknown Gender = iota
	Male
	Female
)

// words makes a table of words over data.Key.
func words[T any](table map[string]T) map[string]T {
	out := make(map[string]T, len(table))
	for w, v := range table {
		out[data.Key(w)] = v
	}
	return out
}

// look finds a cell in a table of words. Errors: ErrCell, ErrUnknown.
func look[T any](table map[string]T, text string) (v T, present bool, err error) {
	t := clean(text)
	if t == "" {
		return v, false, nil
	}
	if IsCellError(t) {
		return v, true, ErrCell
	}
	v, ok := table[data.Key(t)]
	if !ok {
		return v, true, ErrUnknown
	}
	return v, true, nil
}

var genders = words(map[string]Gender{
	"Nam": Male, "Nam giới": Male, "Male": Male, "M": Male,
	"Nữ": Female, "Nữ giới": Female, "Female": Female, "F": Female,
})

// ReadGender reads a gender column: Nam, Nữ, NAM, NU. Errors: ErrCell, ErrUnknown.
func ReadGender(text string) (Gender, bool, error) {
	return look(genders, text)
}

// Salutation reads a column of salutations: Ông and Bà tell the gender. Ranks and titles
// (Thượng tá, Đồng chí) tell none, and are no error.
func Salutation(text string) Gender {
	switch strings.ToLower(strings.Trim(clean(text), " .:")) {
	case "ông":
		return Male
	case "bà":
		return Female
	}
	return GenderUnknown
}

// Salute parts a name that begins with Ông or Bà from it: "Bà Nguyễn Thị Hoa".
func Salute(name string) (Gender, string) {
	t := clean(name)
	first, rest, ok := strings.Cut(t, " ")
	if g := Salutation(first); ok && g != GenderUnknown {
		return g, rest
	}
	return GenderUnknown, t
}

var ticks = words(map[string]Answer{
	"x": Yes, "v": Yes, "1": Yes, "có": Yes, "đúng": Yes, "true": Yes, "yes": Yes,
	"0": No, "không": No, "ko": No, "sai": No, "false": No, "no": No,
})

// Tick reads a cell of a column of ticks. Whether a blank (present is false) means no is
// for the whole column to tell. Errors: ErrCell, ErrUnknown.
func Tick(text string) (Answer, bool, error) {
	switch signs(text) {
	case "✓", "✔", "√", "☑", "☒", "×", "✗", "✘", "+", "":
		// ×, ✗ and ✘ are typed for the letter x, which ticks here.
		if clean(text) == "" {
			return Unknown, false, nil
		}
		return Yes, true, nil
	case "-", "/", "☐":
		return No, true, nil
	}
	return look(ticks, text)
}

var kinds = words(map[string]string{
	"TAPTHE": "collective", "Tập thể": "collective", "TT": "collective",
	"CANHAN": "individual", "Cá nhân": "individual", "CN": "individual",
	"HOGIADINH": "household", "Hộ gia đình": "household", "Hộ GĐ": "household",
	"HGĐ": "household", "Gia đình": "household", "Hộ": "household",
})

// RecipientKind reads a column that says who receives: individual, collective or
// household, from words or from the codes of the upload templates. Errors: ErrCell,
// ErrUnknown.
func RecipientKind(text string) (string, bool, error) {
	return look(kinds, text)
}

var events = words(map[string]string{
	"Tặng": "awarded", "Tặng thưởng": "awarded", "Khen thưởng": "awarded", "Phong tặng": "awarded", "Công nhận": "awarded",
	"Truy tặng": "posthumous", "Truy phong": "posthumous",
	"Điều chỉnh": "corrected", "Đính chính": "corrected",
	"Thu hồi": "revoked", "Hủy": "revoked", "Hủy bỏ": "revoked", "Tước": "revoked",
})

// Event reads what happened to an award: awarded, posthumous, corrected or revoked.
// Errors: ErrCell, ErrUnknown.
func Event(text string) (string, bool, error) {
	return look(events, text)
}

// What a remark may say of an award, over data.Key: the word alone, or followed by what
// decided it. "Thu hồi đất" is no event.
var (
	revokedRemark    = regexp.MustCompile(`^((da|bi) )*(thu hoi|huy|huy bo|tuoc)( (theo|tai|tu|ngay|quyet dinh|qd|danh hieu|bang khen|giay khen|huan chuong|huy chuong|khen thuong)( .*)?)?$|\b(quyet dinh|qd)( so [^ ]+.*)? (thu hoi|huy bo)\b`)
	correctedRemark  = regexp.MustCompile(`^(da )?(dieu chinh|dinh chinh)( (theo|tai|quyet dinh|qd)( .*)?)?$`)
	posthumousRemark = regexp.MustCompile(`^(duoc )?(truy tang|truy phong)\b`)
)

// EventInRemark reads an event out of a free remark ("Thu hồi theo QĐ số 20/QĐ-SYT"); ""
// where it tells none.
func EventInRemark(text string) string {
	key := data.Key(text)
	switch {
	case posthumousRemark.MatchString(key):
		return "posthumous"
	case revokedRemark.MatchString(key):
		return "revoked"
	case correctedRemark.MatchString(key):
		return "corrected"
	}
	return ""
}

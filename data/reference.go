package data

// Form is one award form and class in one period.
type Form struct {
	Code            string `csv:"form_code,key"`
	NameVI          string `csv:"name_vi"`
	NameEN          string `csv:"name_en"`
	DisplayVI       string `csv:"display_vi"`
	DisplayEN       string `csv:"display_en"`
	Family          string `csv:"family"`
	Class           string `csv:"class,optional"`
	Level           string `csv:"level_code"` // fixed level, or chua_ro where who gives it decides
	TakesIndividual bool   `csv:"takes_individual"`
	TakesCollective bool   `csv:"takes_collective"`
	TakesHousehold  bool   `csv:"takes_household"`
	TakesForeigner  bool   `csv:"takes_foreigner"`
	CountsInState   bool   `csv:"counts_in_state_total"`
	OrderStatistics int    `csv:"order_statistics"`
	OrderCeremony   int    `csv:"order_ceremony"`
	ValidFrom       Date   `csv:"valid_from,key,optional"`
	ValidTo         Date   `csv:"valid_to,optional"`
	LegalBasis      string `csv:"legal_basis"`
	Colour          string `csv:"colour"`
	Note            string `csv:"note,optional"`
}

// FormFamily is a family of award forms: orders, medals, certificates.
type FormFamily struct {
	Code   string `csv:"family_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Note   string `csv:"note,optional"`
}

// FormAlias is one spelling of a form. Context "form" holds only where a form is expected (LĐTT); "any" everywhere;
// "open" names several forms, a row each, and resolves to none (HCHN, CSTĐ); "wrong" is a name that no form has, seen in
// returns, and only suggests the form that was meant (Huân chương Chiến sĩ vẻ vang).
type FormAlias struct {
	Alias   string `csv:"alias,key"`
	Form    string `csv:"form_code,key"`
	Context string `csv:"context"`
	Note    string `csv:"note,optional"`
}

// AuthorityAlias is one way to name who decides. Level chua_ro marks an authority outside the state (Party, mass organisation);
// an alias that ends in "…" takes any name after it.
type AuthorityAlias struct {
	Alias string `csv:"alias,key"`
	Level string `csv:"level_code"`
	Note  string `csv:"note,optional"`
}

// FormAuthority says that an authority may decide a form in a period.
type FormAuthority struct {
	Form       string `csv:"form_code,key"`
	Authority  string `csv:"authority_code,key"`
	ValidFrom  Date   `csv:"valid_from,key,optional"`
	ValidTo    Date   `csv:"valid_to,optional"`
	LegalBasis string `csv:"legal_basis,optional"`
	Note       string `csv:"note,optional"`
}

// SenderAuthority says which authorities may stand behind a return of such a sender, and at which level.
type SenderAuthority struct {
	UnitKind  string `csv:"unit_kind,key"`
	Authority string `csv:"authority_code,key"`
	Level     string `csv:"level_code"`
	ValidFrom Date   `csv:"valid_from,key,optional"`
	ValidTo   Date   `csv:"valid_to,optional"`
	Note      string `csv:"note,optional"`
}

// Level is a deciding level.
type Level struct {
	Code   string `csv:"level_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Rank   int    `csv:"level_rank"`
	Colour string `csv:"colour"`
	Note   string `csv:"note,optional"`
}

// Achievement is an achievement type (loại hình khen thưởng).
type Achievement struct {
	Code   string `csv:"achievement_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Colour string `csv:"colour"`
	Note   string `csv:"note,optional"`
}

// AchievementAlias is one phrase for an achievement type.
type AchievementAlias struct {
	Alias       string `csv:"alias,key"`
	Achievement string `csv:"achievement_code"`
	Note        string `csv:"note,optional"`
}

// BeneficiaryClass is one of the five exclusive classes of individuals, or chua_ro.
type BeneficiaryClass struct {
	Code   string `csv:"class_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Colour string `csv:"colour"`
	Note   string `csv:"note,optional"`
}

// ClassAlias is one phrase that names a beneficiary class; positions never do.
type ClassAlias struct {
	Alias string `csv:"alias,key"`
	Class string `csv:"class_code"`
	Note  string `csv:"note,optional"`
}

// Unit is a unit in one period.
type Unit struct {
	Code         string `csv:"unit_code,key"`
	OfficialCode string `csv:"official_code,optional"`
	Name         string `csv:"name"`
	Kind         string `csv:"kind"`
	Parent       string `csv:"parent_code,optional"`
	Province     string `csv:"province_code"`
	ValidFrom    Date   `csv:"valid_from,key,optional"`
	ValidTo      Date   `csv:"valid_to,optional"`
	Verified     bool   `csv:"verified"`
	Note         string `csv:"note,optional"`
}

// UnitAlias is one spelling of a unit beyond its name.
type UnitAlias struct {
	Alias string `csv:"alias,key"`
	Unit  string `csv:"unit_code,key"`
	Note  string `csv:"note,optional"`
}

// UnitEvent carries a unit, or a part of it, into another on a day.
type UnitEvent struct {
	On       Date   `csv:"event_on,key"`
	From     string `csv:"from_code,key"`
	To       string `csv:"to_code,key,optional"` // empty where the unit is abolished
	Extent   string `csv:"extent"`
	Kind     string `csv:"kind"`
	Verified bool   `csv:"verified"`
	Note     string `csv:"note,optional"`
}

// Boundary is one way to stand figures under units: as reported, by the units of a day, or by the newest (no day).
type Boundary struct {
	Code   string `csv:"boundaries,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	AsOn   Date   `csv:"as_on,optional"`
	Order  int    `csv:"display_order"`
	Note   string `csv:"note,optional"`
}

// UnitKind is a kind of unit.
type UnitKind struct {
	Code   string `csv:"unit_kind,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Note   string `csv:"note,optional"`
}

// ClusterMember is one unit in an emulation cluster in one year.
type ClusterMember struct {
	Cluster string `csv:"cluster_code,key"`
	Name    string `csv:"cluster_name"`
	Unit    string `csv:"unit_code,key"`
	Year    int    `csv:"year,key"`
	Note    string `csv:"note,optional"`
}

// Obligation is a return that is expected: who, which form of return, which period, until when, whether it counts, and why it is not owed after all.
type Obligation struct {
	Unit         string `csv:"unit_code,key"`
	FormOfReturn string `csv:"form_of_return,key"`
	Period       string `csv:"period,key"`
	DueOn        Date   `csv:"due_on"`
	Role         string `csv:"role"`
	Excuse       string `csv:"excuse,optional"` // why the unit need not send it, "" where it must
	Note         string `csv:"note,optional"`
}

// Field is a field of activity (lĩnh vực hoạt động).
type Field struct {
	Code   string `csv:"field_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Note   string `csv:"note,optional"`
}

// Valid is the period of each dated row.
func (f Form) Valid() Period            { return Period{f.ValidFrom, f.ValidTo} }
func (u Unit) Valid() Period            { return Period{u.ValidFrom, u.ValidTo} }
func (a FormAuthority) Valid() Period   { return Period{a.ValidFrom, a.ValidTo} }
func (a SenderAuthority) Valid() Period { return Period{a.ValidFrom, a.ValidTo} }

// Lists are the rows of data/reference, as written.
type Lists struct {
	Forms              []Form             `file:"award_form"`
	FormFamilies       []FormFamily       `file:"form_family"`
	FormAliases        []FormAlias        `file:"award_form_alias"`
	AuthorityAliases   []AuthorityAlias   `file:"authority_alias"`
	FormAuthorities    []FormAuthority    `file:"form_authority"`
	SenderAuthorities  []SenderAuthority  `file:"sender_authority"`
	FormRecipients     []FormRecipient    `file:"form_recipient"`
	Quotas             []Quota            `file:"quota"`
	QuotaForms         []QuotaForm        `file:"quota_form"`
	Levels             []Level            `file:"level"`
	Achievements       []Achievement      `file:"achievement"`
	AchievementAliases []AchievementAlias `file:"achievement_alias"`
	Classes            []BeneficiaryClass `file:"beneficiary_class"`
	ClassAliases       []ClassAlias       `file:"beneficiary_class_alias"`
	Units              []Unit             `file:"unit"`
	UnitKinds          []UnitKind         `file:"unit_kind"`
	UnitAliases        []UnitAlias        `file:"unit_alias"`
	UnitEvents         []UnitEvent        `file:"unit_event"`
	Boundaries         []Boundary         `file:"boundary"`
	Clusters           []ClusterMember    `file:"cluster"`
	Obligations        []Obligation       `file:"obligation"`
	Fields             []Field            `file:"field"`
	Cycles             []CongressCycle    `file:"congress_cycle"`
	Breaks             []LawBreak         `file:"law_break"`
	Statistics         []Statistic        `file:"statistic"`
	DelegateRoles      []DelegateRole     `file:"delegate_role"`
	Sectors            []EconomicSector   `file:"economic_sector"`
	ExemplarStatuses   []ExemplarStatus   `file:"exemplar_status"`
	CongressTargets    []CongressTarget   `file:"congress_target"`
	PeopleAliases      []PeopleAlias      `file:"people_alias"`
}

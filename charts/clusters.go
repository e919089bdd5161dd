package charts

import (
	"cmp"
	"slices"
	"strconv"

	"tdkt/queries/table"
)

// emulationCluster is an emulation cluster (cụm, khối thi đua) with its units of each year, as positions.
type emulationCluster struct {
	Code  string           `json:"code"`
	Label string           `json:"label"`
	Years map[string][]int `json:"years"`
}

// clustersOf reads the clusters in order of name. A name that changed is the newest.
func clustersOf(in Input, units []unit) ([]emulationCluster, error) {
	t := in.Tables["dim-cluster"]
	at, err := need(t, "cluster_code", "cluster_name", "award_year", "unit_code")
	if err != nil {
		return nil, err
	}
	position := map[string]int{}
	for i, u := range units {
		position[u.Code] = i
	}
	clusters := []emulationCluster{}
	for _, r := range t.Rows { // sorted by cluster, year, unit
		code := table.Plain(r[at[0]])
		if len(clusters) == 0 || clusters[len(clusters)-1].Code != code {
			clusters = append(clusters, emulationCluster{Code: code, Years: map[string][]int{}})
		}
		last := &clusters[len(clusters)-1]
		last.Label = table.Plain(r[at[1]])
		year, known := r[at[2]].(int64)
		if i, listed := position[table.Plain(r[at[3]])]; listed && known {
			key := strconv.FormatInt(year, 10)
			last.Years[key] = append(last.Years[key], i)
		}
	}
	clusters = slices.DeleteFunc(clusters, func(c emulationCluster) bool { return len(c.Years) == 0 })
	for _, c := range clusters {
		for _, members := range c.Years {
			slices.Sort(members)
		}
	}
	slices.SortFunc(clusters, func(a, b emulationCluster) int {
		return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Code, b.Code))
	})
	return clusters, nil
}

// readFamilies gives each form its family, and lists the families that have forms in their order.
func (f *figures) readFamilies(in Input) error {
	t := in.Tables["dim-form"]
	at, err := need(t, "form_code", "family_code", "family_"+in.Lang, "family_order")
	if err != nil {
		return err
	}
	order := map[string]int64{}
	for i, r := range t.Rows { // as f.Forms
		code := table.Plain(r[at[1]])
		f.Forms[i].Family = code
		if _, met := order[code]; !met {
			order[code], _ = r[at[3]].(int64)
			f.Families = append(f.Families, member{Code: code, Label: table.Plain(r[at[2]])})
		}
	}
	slices.SortFunc(f.Families, func(a, b member) int {
		return cmp.Or(cmp.Compare(order[a.Code], order[b.Code]), cmp.Compare(a.Code, b.Code))
	})
	return nil
}

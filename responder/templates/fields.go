package templates

import "reflect"

// AnyKey stands in a field's path for every topic.
const AnyKey = "*"

// Field says what the wordings of one part may hold and must hold.
type Field struct {
	Path     string   // as problems name it; AnyKey for each key of a map
	Slots    []string // what may stand in braces
	Must     []string // the slots that every wording holds, in small letters or with a capital
	Optional bool     // the part may be left out, whatever actions the template takes
	Least    int      // how many wordings it needs
}

// Fields lists the parts that hold wordings.
func Fields() []Field {
	t := Template{}
	anyKeys(reflect.ValueOf(&t).Elem())
	fields := []Field{{Path: "sign_off", Slots: []string{"initials"}, Optional: true, Least: 1}}
	for _, p := range t.parts() {
		slots := append([]string{"brand"}, p.slots...)
		fields = append(fields, Field{p.field, slots, p.must, p.action == "" && !p.named, minVariants})
	}
	return fields
}

// anyKeys puts AnyKey into every map, so that parts lists what is kept by
// topic.
func anyKeys(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				anyKeys(v.Field(i))
			}
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf(AnyKey), reflect.Zero(v.Type().Elem()))
	}
}

package detail

var spanish, german *index

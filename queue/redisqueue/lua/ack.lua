-- ARGV: group, then id and lease of each delivery.
for i = 2, #ARGV, 2 do
	if held(ARGV[i], ARGV[i + 1]) then
		remove(ARGV[i])
	end
end

-- ARGV: group, lease in milliseconds, then id and lease of each delivery.
for i = 3, #ARGV, 2 do
	if held(ARGV[i], ARGV[i + 1]) then
		redis.call('ZADD', leased, now + ARGV[2], ARGV[i])
	end
end

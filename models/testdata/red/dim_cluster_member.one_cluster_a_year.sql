insert into dim_cluster_member by name select * replace ('c9' as cluster_code) from dim_cluster_member
